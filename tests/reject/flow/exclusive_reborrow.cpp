// SPDX-License-Identifier: GPL-2.0
// A reference to a part of a part of what is replaced.
// rustc: E0506
#include <keel/alloc/box.hpp>
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
struct Node {
    Vec<int> numbers;
};
struct Tree {
    Box<Node> node;
};
void caller(Tree& tree, Box<Node> other)
{
    Node& node = *tree.node;
    Vec<int>& numbers = node.numbers;
    int& first = numbers[0];
    tree.node = move(other); // expect-error: 'tree.node' is assigned to while 'first' borrows from it [keel-exclusive]
    use(first);
}
