// SPDX-License-Identifier: GPL-2.0
// rustc: E0616
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

bool is_queued(const Job& job)
{
    return job.links.node_.next != nullptr; // expect-error: private member
}
