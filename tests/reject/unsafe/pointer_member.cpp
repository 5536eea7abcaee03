// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct Node { u32 key; };
u32 key(const Node* node)
{
    return node->key; // expect-error: [keel-unsafe-op]
}
