// SPDX-License-Identifier: GPL-2.0
// The section changes what the reference outside borrows.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 with_section(const Mutex<u32>& turn, Vec<u32>& queue)
{
    const u32& head = queue[0];
    turn.with([&](u32& n) { queue.truncate(n); }); // expect-error: [keel-exclusive]
    return head;
}
