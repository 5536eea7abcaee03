// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

u32 clamp(u32 n)
{
    if (n > 8)
        return 8;
} // expect-error: non-void function does not return a value in all control paths
