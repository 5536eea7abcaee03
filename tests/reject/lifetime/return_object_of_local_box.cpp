// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

const u32& counter()
{
    Result<Box<u32>> made = Box<u32>::create(GFP_KERNEL, 1u);
    Box<u32> box = made.take();
    return *box; // expect-error: [keel-dangling]
}
