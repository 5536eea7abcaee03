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

void join(Jobs& jobs)
{
    jobs.append(jobs); // expect-error: [keel-exclusive-args]
}
