// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u8 nth(u32 at, u8 value)
{
    static constinit Array<u8, 64> table {}; // expect-error: [keel-mutable-global]
    table[at] = value;
    return table[at];
}
