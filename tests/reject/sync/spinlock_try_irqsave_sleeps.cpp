// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
using namespace keel;
void caller(const SpinLock<u32>& lock, const Mutex<u32>& total)
{
    auto guard = lock.try_lock_irqsave();
    if (guard.is_some())
        *total.lock() += *guard.value(); // expect-error: [keel-atomic-context]
}
