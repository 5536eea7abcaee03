// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct Registers { u32* base; };
void start(const Arc<Registers>& registers)
{
    later::spawn([mine = registers.clone()] { pr_info("{}\n", mine->base); }); // expect-error: [keel-not-send]
}
