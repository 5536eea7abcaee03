// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
using namespace keel;
KEEL_ANY_CONTEXT u32 caller(const SpinLock<u32>& lock)
{
    return *lock.lock_irq(); // expect-error: [keel-context-declared]
}
