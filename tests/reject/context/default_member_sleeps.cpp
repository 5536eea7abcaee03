// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

struct Reading {
    static u32 now()
    {
        Mutex<u32> clock;
        return *clock.lock();
    }
    u32 value = 0;
    u32 when = now();
};

u32 read(const SpinLock<u32>& hits)
{
    auto h = hits.lock();
    Reading reading {.value = *h}; // expect-error: while 'h' puts the CPU in atomic context [keel-atomic-context]
    return reading.when;
}
