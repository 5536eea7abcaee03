// SPDX-License-Identifier: GPL-2.0
// CVE-2025-68260: the element may be on another list by now; the answer says so.
#include <keel/collections/list.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Node {
    u32 id;
    SharedListLinks links;
};
using Nodes = List<Arc<Node>, &Node::links>;

u32 finish(Nodes& done, const Arc<Node>& node)
{
    done.remove(*node); // expect-error: ignoring return value
    return node->id;
}
