// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

u32 inner()
{
    Option<Span<u32>> kept;
    {
        Array<u32, 2> samples {1, 2};
        kept = Option<Span<u32>>(samples.span()); // expect-error: [keel-dangling]
    }
    return kept.value()[0];
}
