// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/collections/bitmap.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void mark(const Bitmap<64>& bits)
{
    bits.set(3); // expect-error: not marked const
}
