// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

struct State { Vec<u32> queue; };
u32 unlocked(const SpinLock<State>& state)
{
    u32& head = state.lock()->queue[0]; // expect-error: temporary
    return head;
}
