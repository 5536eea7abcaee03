// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 sum(const u32* a, const u32* b)
{
    u32 total = 0;
    UNSAFE("a points to a live number: the caller's duty") { total = *a; }
    return total + *b; // expect-error: [keel-unsafe-op]
}
