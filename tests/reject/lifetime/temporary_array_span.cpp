// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

u32 sum()
{
    Span<const u32> view = Array<u32, 3> {1, 2, 3}; // expect-error: temporary
    return view[0] + view[1];
}
