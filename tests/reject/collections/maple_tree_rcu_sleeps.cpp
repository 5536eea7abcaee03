// SPDX-License-Identifier: GPL-2.0
// A section may not sleep, and so neither wait for itself nor erase with the lock that waits for memory.
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>
#include <keel/sync/rcu_shared.hpp>
using namespace keel;
void caller(const MapleTree<RcuShared<u32>>& tree, RcuShared<u32> erased)
{
    const auto section = rcu::read();
    auto dropped = tree.erase(3); // expect-error: [keel-atomic-context]
    auto mine = move(erased).wait(); // expect-error: [keel-atomic-context]
}
