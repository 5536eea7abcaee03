// SPDX-License-Identifier: GPL-2.0
// An element is written by its index while the loop hands out all of them.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

void walk(Vec<u32>& all)
{
    for (u32& one : all) {
        all[0] = 1; // expect-error: [keel-exclusive]
        one = 2;
    }
}
