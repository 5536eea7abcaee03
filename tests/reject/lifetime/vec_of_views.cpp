// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> collect()
{
    Vec<Span<u32>> views;
    for (u32 i = 0; i < 4; i++) {
        Array<u32, 2> round {i, i};
        TRY(views.push(round.span(), GFP_KERNEL)); // expect-error: [keel-dangling]
    }
    return views[0][0];
}
