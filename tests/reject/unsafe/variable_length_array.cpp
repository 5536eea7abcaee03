// SPDX-License-Identifier: GPL-2.0
// rustc: E0435
#include <keel/prelude.hpp>

using namespace keel;

u8 sum(usize len)
{
    u8 bytes[len]; // expect-error: [keel-vla]
    for (u8& byte : bytes)
        byte = 1;
    return static_cast<u8>(sizeof(bytes));
}
