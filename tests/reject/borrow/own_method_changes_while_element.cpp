// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct Queue {
    Vec<u32> entries;

    void drain() { entries.clear(); }
    u32 drain_and_look()
    {
        const u32& head = entries[0];
        drain(); // expect-error: [keel-exclusive]
        return head;
    }
};
