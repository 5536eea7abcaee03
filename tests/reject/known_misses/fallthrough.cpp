// SPDX-License-Identifier: GPL-2.0
// known miss: -Wimplicit-fallthrough is not among the flags of a driver; at run time: both cases run
#include <keel/prelude.hpp>

using namespace keel;

u32 price(u32 kind)
{
    u32 n = 0;
    switch (kind) {
    case 0:
        n += 1;
    case 1: // expect-error: unannotated fall-through
        n += 2;
        break;
    default:
        break;
    }
    return n;
}
