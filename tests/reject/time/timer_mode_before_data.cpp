// SPDX-License-Identifier: GPL-2.0
// Whatever its mode, a timer goes before what its function touches.
#include <keel/prelude.hpp>
#include <keel/time/hrtimer.hpp>
#include <keel/time/timer.hpp>
using namespace keel;
struct Device {
    Timer<Device, TimerMode {.deferrable = true, .irqsafe = true}> timer;
    SpinLock<u32> ticks; // expect-error: [keel-publish-last]
};
struct Player {
    HrTimer<Player, clock::Tai, HrTimerMode {.soft = true}> timer;
    SpinLock<u32> samples; // expect-error: [keel-publish-last]
};
