// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/hrtimer.hpp>
using namespace keel;
struct Device {
    HrTimer<Device> timer;
    void arm() const
    {
        timer.arm_at(Instant<clock::Realtime>::now()); // expect-error: no viable conversion
    }
};
