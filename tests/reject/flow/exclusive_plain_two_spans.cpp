// SPDX-License-Identifier: GPL-2.0
// Two views that change the same elements.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void mix(Vec<u32>& samples)
{
    Span<u32> left = samples.span();
    Span<u32> right = samples.span(); // expect-error: 'samples' is borrowed to be changed while 'left' borrows from it [keel-exclusive]
    left[0] = 1;
    right[0] = 2;
}
