// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/bitmap.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> grow(BitVec& bits)
{
    usize sum = 0;
    for (usize index : bits.set_bits()) {
        TRY(bits.resize(index + 1, GFP_KERNEL)); // expect-error: [keel-exclusive]
        sum += index;
    }
    return sum;
}
