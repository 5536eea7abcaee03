// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/hrtimer.hpp>
using namespace keel;
struct Device {
    HrTimer<Device> timer;
    static Device init(Init<Device>& init)
    {
        return {.timer = HrTimer<Device>::idle<&Device::tick>(init)}; // expect-error: an HrTimer calls: Option<Duration> function() const, of its T
    }
    void tick() const {}
};
