// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void put(const MapleTree<Box<u32>>& tree, Box<u32> value)
{
    tree.insert(4, move(value), GFP_KERNEL); // expect-error: ignoring return value
}
