// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

u32 inner()
{
    Span<u32> view;
    {
        Array<u32, 4> samples {1, 2, 3, 4};
        view = samples.span(); // expect-error: [keel-dangling]
    }
    return view[0];
}
