// SPDX-License-Identifier: GPL-2.0
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

struct Ring { Vec<u32> slots; };
struct Channel { Box<Ring> ring; };
Result<u32> reopen(Channel& channel)
{
    const u32& slot = channel.ring->slots[0];
    channel.ring = TRY(Box<Ring>::create(GFP_KERNEL)); // expect-error: [keel-exclusive]
    return slot;
}
