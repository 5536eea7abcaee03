// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

u32 join(Jobs& jobs, Jobs& more)
{
    Job& job = more.front().value();
    jobs.append(more); // expect-error: [keel-exclusive]
    jobs.clear();
    return job.id;
}
