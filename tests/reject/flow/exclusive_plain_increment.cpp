// SPDX-License-Identifier: GPL-2.0
// A counter goes up while a const reference to it is still read.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

u32 up(u32 x)
{
    const u32& before = x;
    x++; // expect-error: [keel-exclusive]
    return x - before;
}
