// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/timer.hpp>
using namespace keel;
struct Device {
    Mutex<u32> ticks;
    Timer<Device> timer;
    static Device init(Init<Device>& init)
    {
        return {.ticks = {}, .timer = Timer<Device>::idle<&Device::tick>(init)};
    }
    void tick() const { ++*ticks.lock(); } // expect-error: 'Mutex::lock' may sleep in 'Device::tick', which is called in atomic context [keel-atomic-context]
};
