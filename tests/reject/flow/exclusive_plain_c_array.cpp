// SPDX-License-Identifier: GPL-2.0
// An element of a plain array is written while a span of it is still read.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

u8 element(u32 at)
{
    u8 bytes[8] = {};
    Span<const u8> seen = bytes;
    bytes[at % 8] = 1; // expect-error: [keel-exclusive]
    return seen[3];
}
