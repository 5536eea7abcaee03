// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/collections/bitmap.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<usize> first(usize n)
{
    auto bits = TRY(BitVec::create(n, GFP_KERNEL)).set_bits(); // expect-error: will be destroyed
    return *bits.begin();
}
