// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<void> add(const SpinLock<Vec<u32>>& queue, u32 value)
{
    return queue.with([&](Vec<u32>& q) { // expect-error@+1: [keel-atomic-context]
        return q.push(value, GFP_KERNEL);
    });
}
