// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Node { u32 id; };
Result<void> insert(const u32& key, Box<Node> node);
Result<void> insert_by_id(Box<Node> node)
{
    return insert(node->id, move(node)); // expect-error: [keel-exclusive-args]
}
