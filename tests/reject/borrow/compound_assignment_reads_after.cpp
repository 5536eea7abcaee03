// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 pop_or_zero(Vec<u32>& queue) { return queue.pop().value_or(0u); }
u32 sum(Vec<u32>& queue)
{
    const u32& head = queue[0];
    u32 total = pop_or_zero(queue); // expect-error: [keel-exclusive]
    total += head;
    return total;
}
