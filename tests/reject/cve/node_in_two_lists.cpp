// SPDX-License-Identifier: GPL-2.0
// One node on two lists is freed twice.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Node { u32 key; };
Result<void> requeue(Vec<Box<Node>>& active, Vec<Box<Node>>& idle, Box<Node> node)
{
    TRY(active.push(move(node), GFP_KERNEL));
    return idle.push(move(node), GFP_KERNEL); // expect-error: [keel-use-after-move]
}
