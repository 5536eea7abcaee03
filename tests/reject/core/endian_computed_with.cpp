// SPDX-License-Identifier: GPL-2.0
// The bytes of a number in another order are no number.
// rustc: E0277
#include <keel/core/endian.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 next(Be32 sequence)
{
    return sequence + 1; // expect-error: invalid operands to binary expression
}
