// SPDX-License-Identifier: GPL-2.0
// The lock would be held until the work is done, by another thread. rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

void finish(const Mutex<int>& lock)
{
    later::queue([held = lock.lock()] { (void)*held; }); // expect-error: this closure is kept after the call, and captures a borrow [keel-borrow-escapes]
}
