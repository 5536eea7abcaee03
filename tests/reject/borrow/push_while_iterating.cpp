// SPDX-License-Identifier: GPL-2.0
// What one writes to expand entries in place.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

Result<void> duplicate(Vec<u32>& queue)
{
    for (u32& entry : queue)
        TRY(queue.push(entry, GFP_KERNEL)); // expect-error: [keel-exclusive]
    return {};
}
