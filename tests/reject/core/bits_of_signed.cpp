// SPDX-License-Identifier: GPL-2.0
// A negative number has no highest bit.
#include <keel/core/bits.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 order(int size)
{
    return ilog2(size); // expect-error: no matching function
}
