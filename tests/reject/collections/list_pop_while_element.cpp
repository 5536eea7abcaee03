// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

u32 first(Jobs& jobs)
{
    Job& job = jobs.front().value();
    Option<Box<Job>> taken = jobs.pop_front(); // expect-error: [keel-exclusive]
    taken.reset();
    return job.id;
}
