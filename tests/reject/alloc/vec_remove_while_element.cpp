// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

u32 first(Vec<Box<u32>>& v)
{
    Box<u32>& first = v[0];
    Box<u32> taken = v.remove(0); // expect-error: [keel-exclusive]
    return *first + *taken;
}
