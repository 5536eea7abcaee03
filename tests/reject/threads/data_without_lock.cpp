// SPDX-License-Identifier: GPL-2.0
// rustc: E0616
#include <keel/prelude.hpp>

using namespace keel;

struct State { u32 n; };
u32 peek(const SpinLock<State>& state)
{
    return state.data_.n; // expect-error: is a private member
}
