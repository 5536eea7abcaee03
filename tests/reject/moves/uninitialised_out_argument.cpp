// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

void fill(u32& value);
u32 filled()
{
    u32 value; // expect-error: [keel-uninit]
    fill(value);
    return value;
}
