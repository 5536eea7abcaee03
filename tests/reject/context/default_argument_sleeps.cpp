// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Meter {
    static u32 limit()
    {
        Mutex<u32> fresh;
        return *fresh.lock();
    }
    KEEL_ANY_CONTEXT static u32 clamp(u32 value, u32 most = limit()) { return min(value, most); }
};

u32 clamped(const SpinLock<u32>& hits)
{
    auto h = hits.lock();
    // expect-error@+1: 'Meter::limit' may sleep while 'h' puts the CPU in atomic context [keel-atomic-context]
    return Meter::clamp(*h);
}
