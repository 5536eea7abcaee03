// SPDX-License-Identifier: GPL-2.0
// known miss: two views of plain elements end nothing; at run time: both write to the same elements
// class: plain values
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void mix(Vec<u32>& samples)
{
    Span<u32> left = samples.span();
    Span<u32> right = samples.span(); // expect-error: [keel-exclusive]
    left[0] = 1;
    right[0] = 2;
}
