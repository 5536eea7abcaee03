// SPDX-License-Identifier: GPL-2.0
// Nothing is known of a function of another file: it may sleep.
#include <keel/prelude.hpp>

using namespace keel;

void rescan();
void count(const SpinLock<u32>& hits)
{
    auto h = hits.lock();
    (*h)++;
    rescan(); // expect-error: [keel-atomic-context]
}
