// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwsem.hpp>
using namespace keel;
u32 caller(const SpinLock<u32>& lock, const RwSemaphore<u32>& table)
{
    auto guard = lock.lock();
    return *guard + *table.read(); // expect-error: [keel-atomic-context]
}
