// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<Box<u32>> make()
{
    // expect-error@+1: the flags themselves say whether they wait
    return Box<u32>::create(Gfp<GFP_KERNEL.bits, false> {}, 1u);
}
