// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void drop_small(Vec<Box<u32>>& v)
{
    for (const Box<u32>& box : v)
        if (*box < 3)
            v.retain([](const Box<u32>& kept) { return *kept >= 3; }); // expect-error: [keel-exclusive]
}
