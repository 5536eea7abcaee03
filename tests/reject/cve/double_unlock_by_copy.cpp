// SPDX-License-Identifier: GPL-2.0
// A guard is released twice by two owners.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void finish(Mutex<u32>::Guard) {}
void both(const Mutex<u32>& lock)
{
    auto guard = lock.lock();
    finish(move(guard));
    finish(move(guard)); // expect-error: [keel-use-after-move]
}
