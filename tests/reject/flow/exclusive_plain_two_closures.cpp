// SPDX-License-Identifier: GPL-2.0
// Two closures that change the same counter.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void twice()
{
    u32 x = 3;
    auto up = [&] { x++; };
    auto down = [&] { x--; }; // expect-error: [keel-exclusive]
    up();
    down();
}
