// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(Span<u8> buffer)
{
    later::hand_over(buffer); // expect-error: [keel-not-send]
}
