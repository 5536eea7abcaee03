// SPDX-License-Identifier: GPL-2.0
// What a closure changes is read while it may be called again.
// rustc: E0503
#include <keel/prelude.hpp>

using namespace keel;

u32 alive(Span<const u32> all)
{
    u32 total = 0;
    auto add = [&](u32 value) { total += value; };
    for (u32 one : all)
        add(one);
    const u32 seen = total; // expect-error: [keel-exclusive]
    add(1);
    return seen;
}
