// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

bool both(const SpinLock<u32>& hits, const Mutex<u32>& total, bool look)
{
    // expect-error@+1: while a guard of this statement puts the CPU in atomic context [keel-atomic-context]
    return look && *hits.lock() == *total.lock();
}
