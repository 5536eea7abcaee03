// SPDX-License-Identifier: GPL-2.0
// Where it must not wait it can fail.
// rustc: E0308
#include <keel/alloc/mempool.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u64 next(const Mempool<u64>& pool)
{
    Pooled<u64> number = pool.box(GFP_ATOMIC, 1u); // expect-error: no viable conversion
    return *number;
}
