// SPDX-License-Identifier: GPL-2.0
// Behind a guard, too, one changes at a time.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

struct State {
    u32 low = 0;
    u32 high = 0;
};
void locked(const Mutex<State>& lock)
{
    auto guard = lock.lock();
    State& state = *guard;
    u32& low = guard->low; // expect-error: [keel-exclusive]
    state.low = 1;
    low = 2;
}
