// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

struct State { Box<u32> slot; };
Box<u32> steal(const Mutex<State>& state)
{
    auto s = state.lock();
    return move(s->slot); // expect-error: [keel-move-from-borrow]
}
