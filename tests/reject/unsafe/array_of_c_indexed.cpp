// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 nth(usize at)
{
    u32 table[4] = {1, 2, 3, 4};
    return table[at]; // expect-error: [keel-unsafe-op]
}
