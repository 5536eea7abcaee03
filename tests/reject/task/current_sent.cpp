// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>
#include <keel/task/task.hpp>
#include "../support/later.hpp"
using namespace keel;
void pass(const CurrentTask& me)
{
    later::hand_over(&me); // expect-error: [keel-not-send]
}
