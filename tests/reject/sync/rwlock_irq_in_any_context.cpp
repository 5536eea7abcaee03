// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwlock.hpp>
using namespace keel;
KEEL_ANY_CONTEXT u32 caller(const RwLock<u32>& lock)
{
    return *lock.read_irq(); // expect-error: [keel-context-declared]
}
