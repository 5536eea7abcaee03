// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

struct State { Vec<u32> queue; };
void compact(State& state);
u32 compact_and_look(const SpinLock<State>& state)
{
    auto s = state.lock();
    const u32& head = s->queue[0];
    compact(*s); // expect-error: [keel-exclusive]
    return head;
}
