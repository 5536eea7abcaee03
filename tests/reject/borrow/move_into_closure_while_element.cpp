// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

u32 capture(Vec<u32> queue)
{
    const u32& head = queue[0];
    auto owner = [queue = move(queue)] { return queue.len(); }; // expect-error: [keel-exclusive]
    return head + static_cast<u32>(owner());
}
