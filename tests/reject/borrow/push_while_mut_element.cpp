// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

Result<void> count(Vec<u32>& histogram, usize bucket)
{
    u32& slot = histogram[bucket];
    TRY(histogram.push(0u, GFP_KERNEL)); // expect-error: [keel-exclusive]
    slot++;
    return {};
}
