// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<void> grow(const SpinLock<Vec<u32>>& queue)
{
    auto q = queue.lock_irqsave();
    return q->reserve(16, GFP_KERNEL); // expect-error: [keel-atomic-context]
}
