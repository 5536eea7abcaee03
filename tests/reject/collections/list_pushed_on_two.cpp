// SPDX-License-Identifier: GPL-2.0
// An element is on one list at most.
// rustc: E0382
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

void queue(Jobs& first, Jobs& second, Box<Job> job)
{
    first.push_back(move(job));
    second.push_back(move(job)); // expect-error: [keel-use-after-move]
}
