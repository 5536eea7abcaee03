// SPDX-License-Identifier: GPL-2.0
// Two variables in one declaration, one value.
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

u32 one_of_two(bool set)
{
    u32 low, high = 1; // expect-error: [keel-uninit]
    if (set) // expect-error: is used uninitialized
        low = 2;
    return low + high;
}
