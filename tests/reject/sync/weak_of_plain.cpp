// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/weak.hpp>
using namespace keel;
struct Node {
    u32 x;
};
Weak<Node> caller(const Arc<Node>& node)
{
    return Weak<Node>(node); // expect-error: the class of the object says that it has weak references
}
