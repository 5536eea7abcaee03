// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

void add(Tree& tree, Tree::Reservation room, Box<u32> one, Box<u32> two)
{
    tree.insert(move(room), 1, move(one)).reset();
    tree.insert(move(room), 2, move(two)).reset(); // expect-error: [keel-use-after-move]
}
