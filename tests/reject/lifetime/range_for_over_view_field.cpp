// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

struct Batch { Vec<u32> entries; };
Batch next();
u32 sum()
{
    u32 total = 0;
    Span<u32> entries = next().entries; // expect-error: temporary
    for (u32 entry : entries)
        total += entry;
    return total;
}
