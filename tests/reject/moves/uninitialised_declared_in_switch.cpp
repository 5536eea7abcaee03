// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

u32 price(u32 kind)
{
    switch (kind) {
    case 0: {
        u32 base; // expect-error: [keel-uninit]
        base = kind;
        return base;
    }
    default:
        return 0;
    }
}
