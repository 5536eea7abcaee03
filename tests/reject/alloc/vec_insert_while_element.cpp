// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> first(Vec<u32>& v)
{
    u32& first = v[0];
    TRY(v.insert(0, 1u, GFP_KERNEL)); // expect-error: [keel-exclusive]
    return first;
}
