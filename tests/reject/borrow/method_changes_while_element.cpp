// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Queue {
    Vec<u32> entries;

    const u32& head() const KEEL_LIFETIME_BOUND { return entries[0]; }
    void drain() { entries.clear(); }
};
u32 drain_and_look(Queue& queue)
{
    const u32& head = queue.head();
    queue.drain(); // expect-error: [keel-exclusive]
    return head;
}
