// SPDX-License-Identifier: GPL-2.0
// Locking is by guards; the C functions are out of reach, and with them the path that forgets.
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

struct State { bindings::mutex raw; }; // expect-error: [keel-bindings-reach]
Result<void> configure(State& state, u32 rate)
{
    UNSAFE("raw is initialised by the probe") { bindings::mutex_lock(&state.raw); } // expect-error: [keel-bindings-reach]
    if (rate == 0)
        return EINVAL;
    UNSAFE("locked above by this thread") { bindings::mutex_unlock(&state.raw); } // expect-error: [keel-bindings-reach]
    return {};
}
