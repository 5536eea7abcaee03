// SPDX-License-Identifier: GPL-2.0
// A number is assigned to while a const reference to it is still read.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

u32 plain_value()
{
    u32 rate = 1;
    const u32& seen = rate;
    rate = 2; // expect-error: [keel-exclusive]
    return seen;
}
