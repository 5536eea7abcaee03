// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/collections/rbtree.hpp>
#include <keel/prelude.hpp>

using namespace keel;

using Tree = RbTree<u32, Box<u32>>;

Tree copy(const Tree& tree)
{
    return Tree(tree); // expect-error: deleted
}
