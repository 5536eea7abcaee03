// SPDX-License-Identifier: GPL-2.0
// It would wait for its own end.
#include <keel/prelude.hpp>
#include <keel/time/timer.hpp>
using namespace keel;
struct Device {
    Timer<Device> timer;
    static Device init(Init<Device>& init)
    {
        return {.timer = Timer<Device>::idle<&Device::tick>(init)};
    }
    void tick() const { timer.cancel(); } // expect-error: [keel-atomic-context]
};
