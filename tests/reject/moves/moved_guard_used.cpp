// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct State { u32 n; };
void finish(Mutex<State>::Guard guard);
u32 after_unlock(const Mutex<State>& state)
{
    auto guard = state.lock();
    finish(move(guard));
    return guard->n; // expect-error: [keel-use-after-move]
}
