// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

void pass(int* number)
{
    later::hand_over(number); // expect-error: 'int *' is a raw pointer [keel-not-send]
}
