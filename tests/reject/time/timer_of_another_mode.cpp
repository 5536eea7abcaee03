// SPDX-License-Identifier: GPL-2.0
// A timer whose function runs elsewhere than is thought is another type.
#include <keel/prelude.hpp>
#include <keel/time/hrtimer.hpp>
#include <keel/time/timer.hpp>
using namespace keel;
struct Device;
constexpr TimerMode masked {.irqsafe = true};
constexpr HrTimerMode softly {.soft = true};
void arm(const Timer<Device>& timer);
void arm(const HrTimer<Device>& timer);
void caller(const Timer<Device, masked>& timer) { arm(timer); } // expect-error: no matching function for call to 'arm'
void caller(const HrTimer<Device, clock::Monotonic, softly>& timer) { arm(timer); } // expect-error: no matching function for call to 'arm'
void caller(const HrTimer<Device, clock::Boottime>& timer) { arm(timer); } // expect-error: no matching function for call to 'arm'
