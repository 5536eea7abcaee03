// SPDX-License-Identifier: GPL-2.0
// A list goes to another thread only with elements that may.
// rustc: E0277
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    const u32& borrowed; // expect-error: [keel-borrow-field]
    ListLinks links;
};
bool idle(const List<Box<Job>, &Job::links>& jobs)
{
    return jobs.is_empty();
}
