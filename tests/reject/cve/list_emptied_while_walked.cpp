// SPDX-License-Identifier: GPL-2.0
// As CVE-2025-68260: nodes leave the list of another thread while it is walked. Here lists own their nodes.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Node { u32 key; };
u32 count_and_release(Vec<Box<Node>>& dead)
{
    u32 released = 0;
    for (const Box<Node>& node : dead) {
        released += node->key;
        dead.clear(); // expect-error: [keel-exclusive]
    }
    return released;
}
