// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

u32 first(Vec<Box<u32>>& v)
{
    const Box<u32>& first = v[0];
    v.sort([](const Box<u32>& a, const Box<u32>& b) { return *a < *b; }); // expect-error: [keel-exclusive]
    return *first;
}
