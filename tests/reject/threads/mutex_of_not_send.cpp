// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/fs/ioctl.hpp>
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct State { ioctl::Arg arg; };
void start(const Arc<Mutex<State>>& state)
{
    later::hand_over(state.clone()); // expect-error: [keel-not-send]
}
