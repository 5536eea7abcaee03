// SPDX-License-Identifier: GPL-2.0
// Moved where the loop counts, used in the next round.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

u32 weigh(Box<u32> box);
u32 header(Box<u32> box)
{
    u32 total = 0;
    for (u32 i = 0; i < 3; i += weigh(move(box))) // expect-error: [keel-use-after-move]
        total++;
    return total;
}
