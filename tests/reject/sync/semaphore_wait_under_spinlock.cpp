// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/semaphore.hpp>
using namespace keel;
void caller(const SpinLock<u32>& lock, const Semaphore& slots)
{
    auto guard = lock.lock();
    auto slot = slots.down(); // expect-error: [keel-atomic-context]
    ++*guard;
}
