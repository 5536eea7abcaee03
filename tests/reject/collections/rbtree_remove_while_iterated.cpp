// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

void drop_small(Tree& tree)
{
    for (auto item : tree)
        if (item.key < 3)
            tree.remove(item.key).reset(); // expect-error: [keel-exclusive
}
