// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Box<u32> value);
u32 skip(Box<u32> value, Span<const u32> keys)
{
    u32 total = 0;
    for (u32 key : keys) {
        if (key == 0) {
            consume(move(value)); // expect-error: [keel-use-after-move]
            continue;
        }
        total += key;
    }
    return total;
}
