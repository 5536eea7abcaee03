// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> put(const MapleTree<Box<u32>>& tree, const MapleTree<Box<u32>>& other, Box<u32> more)
{
    auto locked = tree.lock();
    TRY(other.insert_range(3, 4, move(more), GFP_KERNEL)); // expect-error: [keel-atomic-context]
    return {};
}
