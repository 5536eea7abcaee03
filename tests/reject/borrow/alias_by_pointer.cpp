// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 through_a_pointer(Vec<u32>& queue)
{
    Vec<u32>* same = &queue;
    const u32& head = queue[0]; // expect-error: 'queue' is borrowed while 'same' may change it [keel-exclusive]
    same->clear(); // expect-error: [keel-exclusive]
    return head;
}
