// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/collections/bitmap.hpp>
#include <keel/prelude.hpp>

using namespace keel;

BitVec copy(const BitVec& bits)
{
    return BitVec(bits); // expect-error: deleted
}
