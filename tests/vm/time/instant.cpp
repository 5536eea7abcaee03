// SPDX-License-Identifier: GPL-2.0
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/instant.hpp>

using namespace keel;
using test::Test;

namespace {

using Monotonic = Instant<clock::Monotonic>;

/// The beginning of the year in which this was written.
constexpr Duration year_2026 = Duration::secs(1'767'225'600);

void a_clock_goes_on(Test& test)
{
    const Monotonic start = Monotonic::now();
    sleep(Duration::millis(2));
    const Monotonic end = Monotonic::now();
    KEEL_EXPECT(test, end - start >= Duration::millis(2) && start < end && end > start);
    KEEL_EXPECT(test, start.elapsed() >= end - start);
    KEEL_EXPECT(test, (end + Duration::secs(1'000)).elapsed().is_negative());
}

void clocks_have_their_own_zero(Test& test)
{
    KEEL_EXPECT(test, Instant<clock::Realtime>::now().since_zero() > year_2026);
    const Duration up = Monotonic::now().since_zero();
    KEEL_EXPECT(test, up > Duration() && up < year_2026);
    KEEL_EXPECT(test, Instant<clock::Boottime>::now().since_zero() >= up);
}

void instants_shift(Test& test)
{
    constexpr auto at = Monotonic::at(Duration::secs(10));
    KEEL_EXPECT(test, at + Duration::secs(1) == Monotonic::at(Duration::secs(11)));
    KEEL_EXPECT(test, at - Duration::secs(1) == Monotonic::at(Duration::secs(9)));
    KEEL_EXPECT(test, at <= at && at >= at && !(at < at));
}

} // namespace

KEEL_SUITE(instant_suite, "time/instant", KEEL_CASE(a_clock_goes_on), KEEL_CASE(clocks_have_their_own_zero),
           KEEL_CASE(instants_shift));
