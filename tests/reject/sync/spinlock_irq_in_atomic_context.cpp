// SPDX-License-Identifier: GPL-2.0
// The end of a lock_irq guard switches interrupts on, although the outer guard needs them off.
#include <keel/prelude.hpp>
using namespace keel;
u32 caller(const SpinLock<u32>& lock, const SpinLock<u32>& other)
{
    auto guard = lock.lock_irqsave();
    return *guard + *other.lock_irq(); // expect-error: [keel-atomic-context]
}
