// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void count(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    auto add = [&](auto n) {
        auto h = hits.lock();
        *total.lock() += *h + n; // expect-error: while 'h' puts the CPU in atomic context [keel-atomic-context]
    };
    add(1u);
}
