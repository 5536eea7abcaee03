// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<void> copy_out(const SpinLock<Array<u32, 4>>& counters, Vec<u32>& to)
{
    auto c = counters.lock();
    for (u32 counter : *c)
        TRY(to.push(counter, GFP_KERNEL)); // expect-error: [keel-atomic-context]
    return {};
}
