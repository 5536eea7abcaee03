// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

u32 drop_first(Tree& tree)
{
    auto cursor = tree.cursor();
    Box<u32>& value = *cursor;
    cursor.remove().reset(); // expect-error: [keel-exclusive]
    return *value;
}
