// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Box<u32> value);
u32 hidden(Box<u32> value)
{
    consume(forward<Box<u32>>(value));
    return *value; // expect-error: [keel-use-after-move]
}
