// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void count(const SpinLock<u32>& hits, const Mutex<u32>& total)
{
    auto add = [&](u32 n) { *total.lock() += n; };
    auto h = hits.lock();
    add(++*h); // expect-error: [keel-atomic-context]
}
