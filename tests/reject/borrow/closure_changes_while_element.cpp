// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 with_closure(Vec<u32>& queue)
{
    auto flush = [&] { queue.clear(); };
    const u32& head = queue[0]; // expect-error: 'queue' is borrowed while 'flush' may change it [keel-exclusive]
    flush();
    return head;
}
