// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/hrtimer.hpp>
#include <keel/time/timer.hpp>
using namespace keel;
struct Device {
    Timer<Device> timer;
    SpinLock<u32> ticks; // expect-error: [keel-publish-last]
};
struct Player {
    HrTimer<Player> timer;
    SpinLock<u32> ticks; // expect-error: [keel-publish-last]
};
