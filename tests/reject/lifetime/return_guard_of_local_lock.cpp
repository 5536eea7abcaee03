// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

struct State { u32 n; };
SpinLock<State>::Guard hold()
{
    SpinLock<State> lock;
    return lock.lock(); // expect-error: address of stack memory associated with local variable 'lock' returned
}
