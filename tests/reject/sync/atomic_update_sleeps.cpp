// SPDX-License-Identifier: GPL-2.0
// The callback of an update runs where the update does.
#include <keel/prelude.hpp>
#include <keel/sync/atomic.hpp>
using namespace keel;
void caller(const SpinLock<u32>& lock, const Mutex<u32>& limit, const Atomic<u32>& a)
{
    auto guard = lock.lock();
    const auto next = [&](u32 n) { return n < *limit.lock() ? Option<u32>(n + 1) : none; };
    *guard = a.fetch_update(next, Full).value_or(0); // expect-error: [keel-atomic-context]
}
