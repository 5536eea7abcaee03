// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

Job& make(Box<Job> job)
{
    Jobs jobs;
    jobs.push_back(move(job));
    return jobs.front().value(); // expect-error: [keel-dangling]
}
