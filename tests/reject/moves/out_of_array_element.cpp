// SPDX-License-Identifier: GPL-2.0
// rustc: E0508
#include <keel/prelude.hpp>

using namespace keel;

void consume(Box<u32> slot);
u32 first(Array<Box<u32>, 2> slots)
{
    consume(move(slots[0])); // expect-error: [keel-move-from-borrow]
    return *slots[0];
}
