// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

Vec<u32> read_samples();
u32 first()
{
    Span<u32> view = read_samples().span(); // expect-error: temporary
    return view[0];
}
