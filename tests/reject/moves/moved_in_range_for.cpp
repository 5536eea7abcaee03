// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u32> queue);
u32 sum(Vec<u32> queue)
{
    u32 total = 0;
    consume(move(queue));
    for (u32 entry : queue) // expect-error: [keel-use-after-move]
        total += entry;
    return total;
}
