// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

const u32& larger(const u32& a KEEL_LIFETIME_BOUND, const u32& b KEEL_LIFETIME_BOUND);
u32 limit(u32 asked)
{
    const u32& n = larger(asked, 16u); // expect-error: temporary
    return n;
}
