// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/raw_spinlock.hpp>
using namespace keel;
void caller(const RawSpinLock<u32>& lock, const Mutex<u32>& total)
{
    auto guard = lock.lock_bh();
    *total.lock() += *guard; // expect-error: [keel-atomic-context]
}
