// SPDX-License-Identifier: GPL-2.0
// A softirq may not sleep either.
#include <keel/prelude.hpp>
#include <keel/time/hrtimer.hpp>
using namespace keel;
constexpr HrTimerMode softly {.soft = true}, here {.soft = true, .pinned = true};
struct Device {
    Mutex<u32> ticks;
    HrTimer<Device, clock::Monotonic, softly> soft;
    HrTimer<Device, clock::Boottime, here> pinned;
    static Device init(Init<Device>& init)
    {
        return {.ticks = {},
                .soft = HrTimer<Device, clock::Monotonic, softly>::idle<&Device::tick_softly>(init),
                .pinned = HrTimer<Device, clock::Boottime, here>::idle<&Device::tick_here>(init)};
    }
    Option<Duration> tick_softly() const
    {
        ++*ticks.lock(); // expect-error: may sleep in 'Device::tick_softly', which is called in atomic context
        return none;
    }
    Option<Duration> tick_here() const
    {
        ++*ticks.lock(); // expect-error: may sleep in 'Device::tick_here', which is called in atomic context
        return none;
    }
};
