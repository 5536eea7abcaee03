// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(const Mutex<u32>& turn)
{
    later::hand_over(turn.try_lock()); // expect-error: [keel-not-send]
}
