// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 conditional(Vec<u32>& queue, bool flush)
{
    const u32& head = queue[0];
    if (flush)
        queue.clear(); // expect-error: [keel-exclusive]
    return head;
}
