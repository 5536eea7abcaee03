// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

u8 first_byte(u32 a, u32 b)
{
    Span<const u8> bytes = as_bytes(a + b); // expect-error: temporary
    return bytes[0];
}
