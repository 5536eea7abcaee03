// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/locked_by.hpp>
#include <keel/sync/rwsem.hpp>
using namespace keel;
struct Child {
    LockedBy<u32, RwSemaphore<u32>> share;
};
void caller(const Child& child, const RwSemaphore<u32>& lock)
{
    auto reader = lock.read();
    child.share.get_mut(reader) = 3; // expect-error: a guard for reading only shows the data
}
