// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

u32 either(Box<u32> a, Box<u32> b, bool first)
{
    Box<u32> chosen = first ? move(a) : move(b);
    return *chosen + *a; // expect-error: [keel-use-after-move]
}
