// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/time/hrtimer.hpp>
using namespace keel;
struct Device {
    HrTimer<Device, clock::MonotonicRaw> timer; // expect-error: the kernel has no timers on this clock
};
