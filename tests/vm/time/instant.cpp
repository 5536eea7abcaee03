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

template <class C> void is_behind_by_a_tick_at_most(Test& test)
{
    const auto before = Instant<C>::now_coarse();
    const auto now = Instant<C>::now();
    KEEL_EXPECT(test, before <= now && now - before < Duration::secs(1));
    sleep(Duration::millis(30));
    KEEL_EXPECT(test, Instant<C>::now_coarse() > before);
}

void a_coarse_clock_is_a_little_behind(Test& test)
{
    is_behind_by_a_tick_at_most<clock::Monotonic>(test);
    is_behind_by_a_tick_at_most<clock::Boottime>(test);
    is_behind_by_a_tick_at_most<clock::Realtime>(test);
    is_behind_by_a_tick_at_most<clock::Tai>(test);
    const auto raw = Instant<clock::MonotonicRaw>::now();
    sleep(Duration::millis(2));
    KEEL_EXPECT(test, raw.elapsed() >= Duration::millis(1) && Instant<clock::Tai>::now().since_zero() > year_2026);
}

void a_deadline_passes_once(Test& test)
{
    const auto deadline = Deadline<>::after(Duration::millis(5));
    KEEL_EXPECT(test, deadline.when() > Monotonic::now() || deadline.has_passed());
    while (!deadline.has_passed()) {
        KEEL_EXPECT(test, deadline.remaining() <= Duration::millis(5));
        sleep(Duration::millis(1));
    }
    KEEL_EXPECT(test, deadline.remaining().is_zero() && deadline.when() <= Monotonic::now());
    constexpr auto fixed = Deadline<clock::Boottime>::at(Instant<clock::Boottime>::at(Duration::nanos(1)));
    KEEL_EXPECT(test, fixed.has_passed());
    KEEL_EXPECT(test, !Deadline<clock::Realtime>::after(Duration::max()).has_passed());
}

} // namespace

KEEL_SUITE(instant_suite, "time/instant", KEEL_CASE(a_clock_goes_on), KEEL_CASE(clocks_have_their_own_zero),
           KEEL_CASE(instants_shift), KEEL_CASE(a_coarse_clock_is_a_little_behind), KEEL_CASE(a_deadline_passes_once));
