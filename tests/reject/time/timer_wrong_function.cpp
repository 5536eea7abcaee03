// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/timer.hpp>
using namespace keel;
struct Device {
    Timer<Device> timer;
    static Device init(Init<Device>& init)
    {
        return {.timer = Timer<Device>::idle<&Device::tick>(init)}; // expect-error: a Timer calls: void function() const, of its T
    }
    u32 tick() const { return 1; }
};
