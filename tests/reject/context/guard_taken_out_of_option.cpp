// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Result<void> move_over(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    auto tried = hits.try_lock();
    if (tried.is_none())
        return EBUSY;
    auto h = tried.take();
    // expect-error@+1: 'Mutex::lock' may sleep while 'h' puts the CPU in atomic context [keel-atomic-context]
    *total.lock() += *h;
    return {};
}
