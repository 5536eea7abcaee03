// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/raw_spinlock.hpp>
using namespace keel;
u32 caller(const RawSpinLock<u32>& lock, const Mutex<u32>& total)
{
    auto guard = lock.lock();
    return *guard + *total.lock(); // expect-error: [keel-atomic-context]
}
