// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void arm(const Arc<Mutex<u32>>& ticks)
{
    later::every(10, [t = ticks.clone()] { (*t->lock())++; }); // expect-error: [keel-atomic-context]
}
