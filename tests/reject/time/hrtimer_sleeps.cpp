// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/hrtimer.hpp>
using namespace keel;
struct Device {
    HrTimer<Device> timer;
    static Device init(Init<Device>& init)
    {
        return {.timer = HrTimer<Device>::idle<&Device::tick>(init)};
    }
    Option<Duration> tick() const
    {
        sleep(Duration::millis(1)); // expect-error: [keel-atomic-context]
        return none;
    }
};
