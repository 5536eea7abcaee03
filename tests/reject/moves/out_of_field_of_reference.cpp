// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

struct Channel { Box<u32> slot; };
void consume(Box<u32> slot);
void steal(Channel& channel)
{
    consume(move(channel.slot)); // expect-error: [keel-move-from-borrow]
}
