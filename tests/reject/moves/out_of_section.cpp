// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

struct State { Vec<u32> queue; };
Vec<u32> steal(const SpinLock<State>& state)
{
    return state.with([](State& s) {
        return move(s.queue); // expect-error: [keel-move-from-borrow]
    });
}
