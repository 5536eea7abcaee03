// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/cache.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<Cache<u64>> make(const SpinLock<u32>& count)
{
    auto c = count.lock();
    ++*c;
    return Cache<u64>::create("numbers"); // expect-error: [keel-atomic-context]
}
