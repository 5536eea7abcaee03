// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

Result<u32> add(Tree& tree, Box<u32> more)
{
    Box<u32>& value = tree.get(1).value();
    TRY(tree.insert(1, move(more), GFP_KERNEL)); // expect-error: [keel-exclusive]
    return *value;
}
