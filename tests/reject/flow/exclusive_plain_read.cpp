// SPDX-License-Identifier: GPL-2.0
// A number is read while a reference that changes it is still used.
// rustc: E0503
#include <keel/prelude.hpp>

using namespace keel;

u32 plain_value()
{
    u32 rate = 1;
    u32& slot = rate;
    const u32 twice = rate * 2; // expect-error: 'rate' is used while 'slot' may change it [keel-exclusive]
    slot = 3;
    return twice;
}
