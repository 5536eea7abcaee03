// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

Span<u32> longer(Span<u32> a KEEL_LIFETIME_BOUND, Span<u32> b KEEL_LIFETIME_BOUND) { return a.len() < b.len() ? b : a; }
u32 inner(Span<u32> outer)
{
    Span<u32> best;
    {
        Array<u32, 2> samples {1, 2};
        best = longer(outer, samples.span()); // expect-error: [keel-dangling]
    }
    return best[0];
}
