// SPDX-License-Identifier: GPL-2.0
// Forgetting a range may wait for memory, and for the lock that is held.
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void drop(const MapleTree<Box<u32>>& tree)
{
    auto locked = tree.lock();
    tree.erase(3).reset(); // expect-error: [keel-atomic-context]
}
