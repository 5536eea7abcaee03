// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Node {
    u32 id;
    SharedListLinks links;
};
using Nodes = List<Arc<Node>, &Node::links>;

void add(Nodes& nodes, const Arc<Node>& node)
{
    nodes.push_back(node.clone()); // expect-error: ignoring return value
}
