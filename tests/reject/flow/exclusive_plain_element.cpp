// SPDX-License-Identifier: GPL-2.0
// An element is written while a span of all of them is still read.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

u8 element(Array<u8, 8>& bytes)
{
    Span<const u8> seen = bytes.span();
    bytes[3] = 1; // expect-error: [keel-exclusive]
    return seen[3];
}
