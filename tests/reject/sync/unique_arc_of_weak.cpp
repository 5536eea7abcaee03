// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/unique_arc.hpp>
using namespace keel;
struct Node {
    using HasWeak = void;
    u32 x;
};
Option<UniqueArc<Node>> caller(Arc<Node> node)
{
    return UniqueArc<Node>::from_last(move(node)); // expect-error: a Weak could make a second owner
}
