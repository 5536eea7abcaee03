// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void pair(Box<u32> a, Box<u32> b);
void both(Box<u32> value)
{
    pair(move(value), move(value)); // expect-error: [keel-use-after-move]
}
