// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

const u32& default_rate()
{
    const u32 rate = 9600;
    return rate; // expect-error: reference to stack memory associated with local variable 'rate' returned
}
