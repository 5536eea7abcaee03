// SPDX-License-Identifier: GPL-2.0
// A tree that does not know its gaps cannot choose one.
#include <keel/collections/maple_tree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> open(const MapleTree<Box<u32>>& tree, Box<u32> value)
{
    return tree.alloc_range(move(value), 4, 0, 99, GFP_KERNEL); // expect-error: no matching member function
}
