// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/locked_by.hpp>
using namespace keel;
struct Child {
    LockedBy<u32, Mutex<u32>> share;
};
const u32& caller(const Child& child KEEL_LIFETIME_BOUND, const Mutex<u32>& lock KEEL_LIFETIME_BOUND)
{
    auto guard = lock.lock();
    return child.share.get(guard); // expect-error: reference to stack memory
}
