// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/mempool.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u64 next(const SpinLock<u64>& last, const Mempool<u64>& pool)
{
    auto l = last.lock();
    Pooled<u64> number = pool.box(GFP_NOIO, ++*l); // expect-error: [keel-atomic-context]
    return *number;
}
