// SPDX-License-Identifier: GPL-2.0
// A case runs into the next one.
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
