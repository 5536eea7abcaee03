// SPDX-License-Identifier: GPL-2.0
// Each operation with each order that it has.
#include <keel/sync/atomic.hpp>
#include <keel/sync/atomic_bits.hpp>
#include <keel/sync/barrier.hpp>
using namespace keel;
u32 words(const Atomic<u32>& a)
{
    a.store(1, Relaxed);
    a.store(2, Release);
    u32 sum = a.load(Relaxed) + a.load(Acquire);
    const auto each = [&](auto order) {
        sum += a.exchange(3, order) + a.fetch_add(1, order) + a.fetch_and(7, order) + a.fetch_or(8, order);
        sum += a.fetch_xor(1, order) + (a.compare_exchange(1, 2, order).ok() ? 1 : 0);
        sum += a.fetch_update([](u32 n) { return Option<u32>(n + 1); }, order).is_some() ? 1 : 0;
    };
    each(Relaxed);
    each(Acquire);
    each(Release);
    each(Full);
    return sum;
}
bool bits(const AtomicBits<8>& b)
{
    bool all = b.test(1, Relaxed) && b.test(1, Acquire) && b.test_and_set(1, Acquire) && b.test_and_set(1, Full);
    all = all && b.test_and_clear(1, Full) && b.test_and_flip(1, Full) && b.set_first_clear(Acquire).is_some();
    b.set(1);
    b.flip(1);
    b.clear(1);
    b.clear(1, Release);
    return all;
}
void between()
{
    barrier();
    smp_mb();
    smp_rmb();
    smp_wmb();
}
