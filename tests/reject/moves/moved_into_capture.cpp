// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

u32 capture(Box<u32> value)
{
    auto later = [v = move(value)] { return *v; };
    return later() + *value; // expect-error: [keel-use-after-move]
}
