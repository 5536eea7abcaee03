// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<void> count(const SpinLock<u32>& hits, Vec<u32>& log, bool verbose)
{
    auto h = hits.lock();
    (*h)++;
    if (verbose)
        TRY(log.push(*h, GFP_KERNEL)); // expect-error: [keel-atomic-context]
    return {};
}
