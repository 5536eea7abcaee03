// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

bool is_ready(u32 state)
{
    if (state = 1) // expect-error: using the result of an assignment as a condition
        return true;
    return false;
}
