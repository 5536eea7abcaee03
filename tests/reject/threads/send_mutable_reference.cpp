// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
#include <keel/prelude.hpp>

#include "../support/later.hpp"

using namespace keel;

void start(Vec<u32>& queue)
{
    later::hand_over(Option<Vec<u32>&>(queue)); // expect-error: [keel-not-send]
}
