// SPDX-License-Identifier: GPL-2.0
// The element was found without the cursor, which takes it all the same.
// rustc: E0502
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

u32 drop_first(Jobs& jobs)
{
    auto cursor = jobs.cursor();
    Job& job = jobs.front().value(); // expect-error: [keel-exclusive]
    cursor.remove().reset();
    return job.id;
}
