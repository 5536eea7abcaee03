// SPDX-License-Identifier: GPL-2.0
// rustc: E0384
#include <keel/prelude.hpp>

using namespace keel;

u32 limit()
{
    const u32 n = 8;
    n = 16; // expect-error: cannot assign to variable 'n'
    return n;
}
