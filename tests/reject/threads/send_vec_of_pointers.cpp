// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(Vec<const char*> names)
{
    later::hand_over(move(names)); // expect-error: [keel-not-send]
}
