// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

Jobs copy(const Jobs& jobs)
{
    return Jobs(jobs); // expect-error: deleted
}
