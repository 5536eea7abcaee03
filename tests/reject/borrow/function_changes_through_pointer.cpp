// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

void compact(Vec<u32>* entries);
u32 compact_and_look(Vec<u32>& entries)
{
    const u32& head = entries[0];
    compact(&entries); // expect-error: [keel-exclusive]
    return head;
}
