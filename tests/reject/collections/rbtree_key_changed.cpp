// SPDX-License-Identifier: GPL-2.0
// Keys stay as they are: their order is the tree.
// rustc: E0594
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

void renumber(Tree& tree)
{
    for (auto item : tree)
        item.key = 1; // expect-error: cannot assign
}
