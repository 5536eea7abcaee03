// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void hand_over(const SpinLock<u32>& hits, const Mutex<u32>& total, bool keep)
{
    auto h = hits.lock();
    if (!keep) {
        auto ended = move(h);
    }
    // expect-error@+1: 'Mutex::lock' may sleep while 'h' puts the CPU in atomic context [keel-atomic-context]
    ++*total.lock();
}
