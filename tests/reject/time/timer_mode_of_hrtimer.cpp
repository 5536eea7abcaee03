// SPDX-License-Identifier: GPL-2.0
// The modes of the two kinds of timer are types of their own: neither kind has all that the other has.
#include <keel/prelude.hpp>
#include <keel/time/hrtimer.hpp>
#include <keel/time/timer.hpp>
using namespace keel;
struct Device;
using Soft = Timer<Device, HrTimerMode {.soft = true}>; // expect-error: no viable conversion
using Lazy = HrTimer<Device, clock::Monotonic, TimerMode {.deferrable = true}>; // expect-error: no viable conversion
using Both = HrTimer<Device, clock::Monotonic, HrTimerMode {.deferrable = true}>; // expect-error: does not refer to any field
using Flags = Timer<Device, 1>; // expect-error: no viable conversion
