// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<void> add(const SpinLock<Vec<u32>>& queue, u32 value)
{
    auto q = queue.lock();
    return q->push(value, GFP_KERNEL); // expect-error: [keel-atomic-context]
}
