// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 apply(const SpinLock<u32>& value, u32 (*change)(u32&))
{
    // expect-error@+1: is not known, and it runs in atomic context [keel-atomic-context]
    return value.with(change);
}
