// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 run(void (*apply)(Vec<u32>&), Vec<u32>& queue)
{
    const u32& head = queue[0];
    apply(queue); // expect-error: [keel-exclusive]
    return head;
}
