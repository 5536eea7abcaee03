// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> peek(Vec<u32>& ring)
{
    const u32& head = ring.span()[0];
    TRY(ring.reserve(64, GFP_KERNEL)); // expect-error: [keel-exclusive]
    return head;
}
