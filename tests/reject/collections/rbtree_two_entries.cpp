// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

void add(Tree& tree, Tree::Reservation room, Tree::Reservation another, Box<u32> one, Box<u32> two)
{
    auto first = tree.entry(1);
    auto second = tree.entry(2); // expect-error: [keel-exclusive]
    second.insert(move(room), move(one));
    first.insert(move(another), move(two));
}
