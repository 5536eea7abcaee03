// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u32> queue);
u32 consume_and_look(Vec<u32> queue)
{
    const u32& head = queue[0];
    consume(move(queue)); // expect-error: [keel-exclusive]
    return head;
}
