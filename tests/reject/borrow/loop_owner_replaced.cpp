// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> follow(Box<Vec<u32>> level)
{
    usize steps = 0;
    Span<u32> view = level->span();
    while (!view.is_empty()) {
        steps += view.len();
        level = TRY(Box<Vec<u32>>::create(GFP_KERNEL)); // expect-error: [keel-exclusive]
    }
    return steps;
}
