// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 bump(const SpinLock<u32>& count, u32 by)
{
    count.lock(); // expect-error: ignoring return value
    return by + 1;
}
