// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

struct Node { Vec<u8> bytes; };
Vec<u8> content(Box<Node>& node)
{
    return move(node->bytes); // expect-error: [keel-move-from-borrow]
}
