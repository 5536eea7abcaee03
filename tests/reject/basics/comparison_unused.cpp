// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void compare(u32 a, u32 b)
{
    a == b; // expect-error: comparison result unused
}
