// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

extern "C" void legacy_rescan(void);
void count(const SpinLock<u32>& hits)
{
    auto h = hits.lock();
    (*h)++;
    UNSAFE("legacy_rescan has no duty: it takes nothing and keeps nothing") { legacy_rescan(); } // expect-error: [keel-atomic-context]
}
