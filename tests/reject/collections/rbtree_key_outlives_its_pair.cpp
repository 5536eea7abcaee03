// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

u32 drop_first(Tree& tree)
{
    auto cursor = tree.cursor();
    const u32& key = cursor.key();
    cursor.remove().reset(); // expect-error: [keel-exclusive]
    return key;
}
