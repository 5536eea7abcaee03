// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void two_at_once()
{
    Vec<u32> queue;
    auto flush = [&] { queue.clear(); };
    auto shrink = [&] { queue.truncate(1); }; // expect-error: 'queue' is borrowed to be changed while 'flush' borrows from it [keel-exclusive]
    flush();
    shrink();
}
