// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Node {
    u32 id;
    SharedListLinks links;
};
using Nodes = List<Arc<Node>, &Node::links>;

void number(Nodes& nodes)
{
    for (auto& node : nodes)
        node.id = 1; // expect-error: cannot assign
}
