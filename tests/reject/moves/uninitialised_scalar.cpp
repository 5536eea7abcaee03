// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

u32 read_rate(bool fast)
{
    u32 rate; // expect-error: [keel-uninit]
    if (fast)
        rate = 400;
    else
        rate = 100;
    return rate;
}
