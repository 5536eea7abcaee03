// SPDX-License-Identifier: GPL-2.0
// Links that say nothing of their list are for elements with one owner.
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
bool idle(const List<Arc<Job>, &Job::links>& jobs)
{
    return jobs.is_empty(); // expect-error: an Arc's element is linked by shared links
}
