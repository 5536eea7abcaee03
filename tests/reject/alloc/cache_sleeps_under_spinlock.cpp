// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/cache.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> add(const SpinLock<Vec<Box<u64>>>& numbers, const Cache<u64>& cache)
{
    auto n = numbers.lock();
    return n->push_within_capacity(TRY(cache.box(GFP_KERNEL, 1u))); // expect-error: [keel-atomic-context]
}
