// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/instant.hpp>

using namespace keel;
using test::Test;

namespace {

/// An emulated CPU that others share is calibrated wrongly at boot (the log says "Consider using lpj="), sometimes by a
/// factor of thousands: there the kernel's own udelay is too short.
#ifdef KEEL_HOST
constexpr bool spinning_is_exact = true;
#else
constexpr bool spinning_is_exact = false;
#endif

/// How long `action` takes.
template <class Action> Duration time_of(Action action)
{
    const auto start = Instant<clock::Monotonic>::now();
    action();
    return start.elapsed();
}

void sleeping_lasts_long_enough(Test& test)
{
    for (const i64 micros : Array<i64, 3> {50, 500, 30'000}) {
        const Duration asked = Duration::micros(micros);
        KEEL_EXPECT(test, time_of([asked] { sleep(asked); }) >= asked);
    }
    sleep(Duration::micros(5)); // the kernel spins
    sleep(Duration());
    sleep(Duration::secs(-1));
}

void no_signal_no_interruption(Test& test)
{
    KEEL_EXPECT(test, time_of([&] { KEEL_EXPECT(test, sleep_interruptible(Duration::millis(3)).ok()); }) >=
                          Duration::millis(3));
    KEEL_EXPECT(test, sleep_interruptible(Duration::secs(-1)).ok());
}

void spinning_is_for_any_context(Test& test)
{
    SpinLock<int> lock;
    for (const i64 nanos : Array<i64, 4> {0, 300, 20'000, 2'500'000}) {
        const Duration asked = Duration::nanos(nanos);
        const auto held = lock.lock();
        const Duration took = time_of([asked] { delay(asked); });
        KEEL_EXPECT(test, took >= (spinning_is_exact ? asked : Duration()));
    }
    delay(Duration::micros(10));
    delay(Duration::secs(-1));
}

} // namespace

KEEL_SUITE(delay_suite, "time/delay", KEEL_CASE(sleeping_lasts_long_enough), KEEL_CASE(no_signal_no_interruption),
           KEEL_CASE(spinning_is_for_any_context));
