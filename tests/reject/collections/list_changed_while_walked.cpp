// SPDX-License-Identifier: GPL-2.0
// As CVE-2025-68260: elements leave the list while it is walked.
// rustc: E0499
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

u32 sum(Jobs& jobs)
{
    u32 sum = 0;
    for (const Job& job : jobs) {
        sum += job.id;
        jobs.clear(); // expect-error: [keel-exclusive]
    }
    return sum;
}
