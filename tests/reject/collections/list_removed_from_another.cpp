// SPDX-License-Identifier: GPL-2.0
// CVE-2025-68260: an element is taken from a list that it is not on. Only a cursor of its own list takes it.
// rustc: E0599
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

void finish(Jobs& pending, Jobs& done)
{
    Job& job = pending.front().value();
    done.remove(job); // expect-error: invalid reference to function 'remove'
}
