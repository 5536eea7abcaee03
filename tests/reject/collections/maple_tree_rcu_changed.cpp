// SPDX-License-Identifier: GPL-2.0
// Readers look at it without a lock, so nobody changes it, with the lock either.
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/rcu_shared.hpp>
using namespace keel;
void read(const MapleTree<RcuShared<u32>>& tree)
{
    const auto section = rcu::read();
    tree.get(3, section).value() = 4; // expect-error: cannot assign to return value
}
void locked(const MapleTree<RcuShared<u32>>& tree)
{
    auto held = tree.lock();
    held.get(3).value() = 4; // expect-error: cannot assign to return value
}
