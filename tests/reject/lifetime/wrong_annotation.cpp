// SPDX-License-Identifier: GPL-2.0
// Says that it borrows from `a` alone, and returns `b`.
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

const u32& pick(const Vec<u32>& a KEEL_LIFETIME_BOUND, const Vec<u32>& b)
{
    if (!a.is_empty())
        return a[0];
    return b[0]; // expect-error: [keel-return-unbound]
}
