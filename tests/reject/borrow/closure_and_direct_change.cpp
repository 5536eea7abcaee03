// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

u32 interleaved(Vec<u32>& queue)
{
    u32& head = queue[0];
    auto flush = [&] { queue.clear(); }; // expect-error: 'queue' is borrowed to be changed while 'head' borrows from it [keel-exclusive]
    flush();
    head = 1;
    return head;
}
