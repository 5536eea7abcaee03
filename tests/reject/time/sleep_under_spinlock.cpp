// SPDX-License-Identifier: GPL-2.0
// rustc: klint
#include <keel/sync/spinlock.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
void poll(const SpinLock<u32>& status)
{
    auto held = status.lock();
    delay(Duration::micros(10));
    sleep(Duration::micros(10)); // expect-error: [keel-atomic-context]
}
