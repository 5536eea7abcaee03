// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<Box<u32>> make(const SpinLock<u32>& next)
{
    auto n = next.lock();
    return Box<u32>::create(GFP_KERNEL, (*n)++); // expect-error: [keel-atomic-context]
}
