// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(u32* slot)
{
    later::spawn([slot] { pr_info("{}\n", slot); }); // expect-error: [keel-not-send]
}
