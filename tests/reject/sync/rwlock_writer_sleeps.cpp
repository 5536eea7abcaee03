// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sync/rwlock.hpp>
using namespace keel;
Result<void> caller(const RwLock<Vec<u32>>& lock)
{
    auto items = lock.write_irqsave();
    return items->push(3, GFP_KERNEL); // expect-error: [keel-atomic-context]
}
