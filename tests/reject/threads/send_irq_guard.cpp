// SPDX-License-Identifier: GPL-2.0
// The flags to restore are those of this CPU.
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(const SpinLock<u32>& turn)
{
    auto guard = turn.lock_irqsave();
    later::hand_over(move(guard)); // expect-error: [keel-not-send]
}
