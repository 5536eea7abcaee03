// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

template <class F> struct KEEL_VIEW Job { F run; };
void start(u32* slot)
{
    auto run = [slot] { return slot != nullptr; };
    later::hand_over(Job<decltype(run)> {run}); // expect-error: [keel-not-send]
}
