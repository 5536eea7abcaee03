// SPDX-License-Identifier: GPL-2.0
// A member's member without a value.
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

struct Inner {
    u16 low;
    u16 high = 0;
};
struct Outer {
    Option<u32> slot;
    Inner inner;
};
u32 nested()
{
    Outer outer; // expect-error: [keel-uninit]
    return outer.inner.low;
}
