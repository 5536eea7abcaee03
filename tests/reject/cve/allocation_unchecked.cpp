// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

u32 make()
{
    Box<u32> made = Box<u32>::create(GFP_KERNEL, 1u); // expect-error: no viable conversion
    return *made;
}
