// SPDX-License-Identifier: GPL-2.0
// The Box goes into the Vec, which fails without memory and then frees it.
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Node { u32 id; };
Result<u32> enqueue(Vec<Box<Node>>& list, Box<Node> node)
{
    const Node& seen = *node;
    TRY(list.push(move(node), GFP_KERNEL)); // expect-error: [keel-exclusive]
    return seen.id;
}
