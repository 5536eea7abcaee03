// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Ring { Vec<u32> slots; };
struct Channel { Ring ring; };
u32 reopen(Channel& channel)
{
    Ring& ring = channel.ring;
    Vec<u32>& slots = ring.slots;
    const u32& slot = slots[0];
    channel.ring.slots.clear(); // expect-error: [keel-exclusive]
    return slot;
}
