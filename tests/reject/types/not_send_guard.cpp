// SPDX-License-Identifier: GPL-2.0
// The thread that locked unlocks. rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

void pass(const Mutex<int>& lock)
{
    later::hand_over(lock.lock()); // expect-error: this goes to another thread, and is not Send: [keel-not-send]
}
