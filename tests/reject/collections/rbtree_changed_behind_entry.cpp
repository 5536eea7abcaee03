// SPDX-License-Identifier: GPL-2.0
// The place that an entry has found is gone when the tree changes.
// rustc: E0499
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

void add(Tree& tree, Tree::Reservation room, Box<u32> more)
{
    auto entry = tree.entry(1);
    tree.clear(); // expect-error: [keel-exclusive]
    entry.insert(move(room), move(more));
}
