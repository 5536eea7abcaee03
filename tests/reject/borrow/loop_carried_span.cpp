// SPDX-License-Identifier: GPL-2.0
// The second round reads what the first one's push left behind.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> sum(Vec<u32>& samples)
{
    u32 total = 0;
    Span<const u32> last;
    for (u32 i = 0; i < 2; i++) {
        if (!last.is_empty())
            total += last[0];
        last = samples.span();
        TRY(samples.push(i, GFP_KERNEL)); // expect-error: [keel-exclusive]
    }
    return total;
}
