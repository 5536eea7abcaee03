// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

const u32& larger(const u32& a KEEL_LIFETIME_BOUND, const u32& b KEEL_LIFETIME_BOUND) { return a < b ? b : a; }
u32 inner(const u32& outer)
{
    Option<const u32&> best;
    {
        const u32 local = 3;
        best = larger(outer, local); // expect-error: [keel-dangling]
    }
    return best.value();
}
