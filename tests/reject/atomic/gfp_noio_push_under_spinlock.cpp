// SPDX-License-Identifier: GPL-2.0
// GFP_NOIO starts no input or output, and still waits for memory.
#include <keel/prelude.hpp>

using namespace keel;

Result<void> add(const SpinLock<Vec<u32>>& queue, u32 value)
{
    auto q = queue.lock();
    return q->push(value, GFP_NOIO); // expect-error: [keel-atomic-context]
}
