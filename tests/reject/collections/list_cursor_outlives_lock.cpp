// SPDX-License-Identifier: GPL-2.0
// As CVE-2025-68260: the list is walked after its lock was released.
// rustc: E0505
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Job {
    u32 id;
    ListLinks links;
};
using Jobs = List<Box<Job>, &Job::links>;

u32 first(const SpinLock<Jobs>& jobs)
{
    auto guard = jobs.lock();
    auto cursor = guard->cursor();
    {
        auto released = move(guard); // expect-error: [keel-exclusive]
    }
    return cursor->id;
}
