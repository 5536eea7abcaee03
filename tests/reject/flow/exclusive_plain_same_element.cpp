// SPDX-License-Identifier: GPL-2.0
// Two mutable references to the same element.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void twice(Vec<u32>& all)
{
    u32& first = all[0];
    u32& again = all[0]; // expect-error: [keel-exclusive]
    first = 1;
    again = 2;
}
