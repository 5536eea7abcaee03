// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void arm(u32* ticks)
{
    later::every(100, [ticks] { pr_info("{}\n", ticks); }); // expect-error: [keel-not-send]
}
