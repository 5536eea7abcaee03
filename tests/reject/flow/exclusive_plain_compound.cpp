// SPDX-License-Identifier: GPL-2.0
// A counter is added to while a reference that changes it is still used.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

u32 add(u32 x)
{
    u32& y = x;
    x += 1; // expect-error: [keel-exclusive]
    y++;
    return x;
}
