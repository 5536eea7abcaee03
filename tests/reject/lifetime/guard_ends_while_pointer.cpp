// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

struct State { u32 n; };
bool after_unlock(const Mutex<State>& state)
{
    State* seen = nullptr;
    {
        auto s = state.lock();
        seen = &*s; // expect-error: [keel-dangling]
    }
    return seen != nullptr;
}
