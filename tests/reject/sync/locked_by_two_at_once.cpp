// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/locked_by.hpp>
using namespace keel;
struct Child {
    LockedBy<Vec<u32>, Mutex<u32>> items;
};
void caller(const Child& child, const Mutex<u32>& lock)
{
    auto guard = lock.lock();
    Vec<u32>& one = child.items.get_mut(guard);
    Vec<u32>& other = child.items.get_mut(guard); // expect-error: [keel-exclusive]
    one.clear();
    other.clear();
}
