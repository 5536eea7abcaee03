// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct State { Vec<u32> queue; };
u32 flush(const Mutex<State>& state)
{
    auto s = state.lock();
    const u32& head = s->queue[0];
    s->queue.clear(); // expect-error: [keel-exclusive]
    return head;
}
