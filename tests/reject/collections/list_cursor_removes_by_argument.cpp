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

u32 drop(Jobs::Cursor cursor, Job& job)
{
    cursor.remove().reset();
    return job.id;
}
u32 drop_first(Jobs& jobs)
{
    auto cursor = jobs.cursor();
    Job& job = *cursor;
    return drop(move(cursor), job); // expect-error: [keel-exclusive
}
