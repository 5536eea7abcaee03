// SPDX-License-Identifier: GPL-2.0
// The kernel's clocks, all running at one pace, and what lets time pass.
#include "context.hpp"
#include "fake.hpp"

#include <bindings/time.hpp>

namespace {

/// When the fake kernel started, in 2026.
constexpr long long start_of_realtime = 1'780'000'000'000'000'000;
constexpr long long tick = 1'000'000'000 / bindings::HZ;
constexpr long long time_suspended = 60'000'000'000;

} // namespace

namespace bindings {
extern "C" {

ktime_t ktime_get() { return static_cast<ktime_t>(fake::now()); }
ktime_t ktime_get_boottime() { return ktime_get() + time_suspended; }
ktime_t ktime_get_real() { return ktime_get() + start_of_realtime; }
ktime_t ktime_get_clocktai() { return ktime_get_real() + 37'000'000'000; }
ktime_t ktime_get_raw() { return ktime_get(); }
ktime_t ktime_get_coarse() { return ktime_get() / tick * tick; }
ktime_t ktime_get_coarse_boottime() { return ktime_get_coarse() + time_suspended; }
ktime_t ktime_get_coarse_real() { return ktime_get_coarse() + start_of_realtime; }
ktime_t ktime_get_coarse_clocktai() { return ktime_get_coarse_real() + 37'000'000'000; }

void fsleep(unsigned long micros)
{
    fake::may_sleep("fsleep");
    fake::sleep(micros * 1'000);
}
unsigned long msleep_interruptible(unsigned millis)
{
    fake::may_sleep("msleep_interruptible");
    return fake::sleep(millis * 1'000'000ull), 0;
}

// The kernel's are exact to the tick, and their result is not limited to what a timeout may be.
unsigned long timespec64_to_jiffies(const timespec64* time)
{
    constexpr long tick = 1'000'000'000 / HZ;
    return static_cast<unsigned long>(time->tv_sec) * HZ +
           static_cast<unsigned long>((time->tv_nsec + tick - 1) / tick);
}
void jiffies_to_timespec64(const unsigned long jiffies, timespec64* time)
{
    time->tv_sec = static_cast<long long>(jiffies / HZ);
    time->tv_nsec = static_cast<long>(jiffies % HZ * (1'000'000'000 / HZ));
}

void udelay(unsigned long micros) { fake::spin(micros * 1'000); }
void ndelay(unsigned long nanos) { fake::spin(nanos); }

} // extern "C"
} // namespace bindings
