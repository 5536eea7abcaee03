// SPDX-License-Identifier: GPL-2.0
// No mode of a timer lets its function sleep.
#include <keel/prelude.hpp>
#include <keel/time/timer.hpp>
using namespace keel;
struct Device {
    Mutex<u32> ticks;
    Timer<Device, TimerMode {.deferrable = true}> lazy;
    Timer<Device, TimerMode {.pinned = true}> here;
    Timer<Device, TimerMode {.irqsafe = true}> masked;
    static Device init(Init<Device>& init)
    {
        return {.ticks = {},
                .lazy = Timer<Device, TimerMode {.deferrable = true}>::idle<&Device::tick_lazily>(init),
                .here = Timer<Device, TimerMode {.pinned = true}>::idle<&Device::tick_here>(init),
                .masked = Timer<Device, TimerMode {.irqsafe = true}>::idle<&Device::tick_masked>(init)};
    }
    void tick_lazily() const { ++*ticks.lock(); } // expect-error: may sleep in 'Device::tick_lazily', which is called in atomic context
    void tick_here() const { ++*ticks.lock(); } // expect-error: may sleep in 'Device::tick_here', which is called in atomic context
    void tick_masked() const { ++*ticks.lock(); } // expect-error: may sleep in 'Device::tick_masked', which is called in atomic context
};
