// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

Result<void> twice(Vec<Box<u32>>& v)
{
    return v.append(v, GFP_KERNEL); // expect-error: [keel-exclusive-args]
}
