// SPDX-License-Identifier: GPL-2.0
// known miss: reading a plain value ends nothing; at run time: the value of that moment is read
// class: plain values
// rustc: E0503
#include <keel/prelude.hpp>

using namespace keel;

u32 plain_value()
{
    u32 rate = 1;
    u32& slot = rate;
    const u32 twice = rate * 2; // expect-error: [keel-exclusive]
    slot = 3;
    return twice;
}
