// SPDX-License-Identifier: GPL-2.0
// Two mutable references to elements with indexes that may be the same.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void both(Vec<u32>& all, usize i, usize j)
{
    u32& one = all[i];
    u32& other = all[j]; // expect-error: [keel-exclusive]
    one = other;
    other = 2;
}
