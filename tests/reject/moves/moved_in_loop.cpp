// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Box<u32> value);
void again(Box<u32> value)
{
    for (u32 i = 0; i < 3; i++)
        consume(move(value)); // expect-error: [keel-use-after-move]
}
