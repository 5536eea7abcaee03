// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

u32 sum(Vec<Box<u32>>& slots)
{
    u32 total = 0;
    for (Box<u32> slot : slots) // expect-error: deleted
        total += *slot;
    return total;
}
