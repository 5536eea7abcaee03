// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

static u32 log(u32& value)
{
    Result<Box<u32>> kept = Box<u32>::create(GFP_KERNEL, value); // expect-error: [keel-atomic-context]
    return kept.ok() ? value : 0;
}

u32 apply(const SpinLock<u32>& value)
{
    return value.with(log);
}
