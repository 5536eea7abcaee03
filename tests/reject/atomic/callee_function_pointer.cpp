// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void count(const SpinLock<u32>& hits, void (*then)(u32))
{
    auto h = hits.lock();
    then(++*h); // expect-error: [keel-atomic-context]
}
