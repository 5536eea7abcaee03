// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

struct KEEL_VIEW Registers { u32* base; };
void start(Registers registers)
{
    later::hand_over(registers); // expect-error: [keel-not-send]
}
