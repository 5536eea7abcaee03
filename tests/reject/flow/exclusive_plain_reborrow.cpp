// SPDX-License-Identifier: GPL-2.0
// The first is used while what was made from it still is.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

void reborrow(u32& x)
{
    u32& first = x;
    u32& second = first;
    first = 1; // expect-error: [keel-exclusive]
    second = 2;
}
