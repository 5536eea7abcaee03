// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 sum(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    const auto& h = hits.lock();
    // expect-error@+1: 'Mutex::lock' may sleep while 'h' puts the CPU in atomic context [keel-atomic-context]
    return *h + *total.lock();
}
