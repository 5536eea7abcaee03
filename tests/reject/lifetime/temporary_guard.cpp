// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

struct State { u32 n; };
u32 unlocked(const Mutex<State>& state)
{
    State& s = *state.lock(); // expect-error: temporary
    return s.n;
}
