// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

using namespace keel;

#include "../support/later.hpp"

void pass(Span<int> values)
{
    later::hand_over(values); // expect-error: mutable view of 'int' [keel-not-send]
}
