// SPDX-License-Identifier: GPL-2.0
// A mutex is unlocked by who locked it.
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(const Mutex<u32>& turn)
{
    later::hand_over(turn.lock()); // expect-error: [keel-not-send]
}
