// SPDX-License-Identifier: GPL-2.0
#include <keel/test/suite.hpp>
#include <keel/time/duration.hpp>

using namespace keel;
using test::Test;

namespace {

void units_convert(Test& test)
{
    constexpr Duration d = Duration::millis(1'500);
    KEEL_EXPECT(test, d.as_nanos() == 1'500'000'000 && d.as_micros() == 1'500'000 && d.as_millis() == 1'500);
    KEEL_EXPECT(test, d.as_secs() == 1 && d == Duration::secs(1) + Duration::micros(500'000));
    KEEL_EXPECT(test, Duration().is_zero() && !d.is_zero() && Duration::nanos(-1).is_negative() && !d.is_negative());
}

void waits_round_up(Test& test)
{
    KEEL_EXPECT(test, Duration::nanos(1).count_up(Duration::micros(1)) == 1);
    KEEL_EXPECT(test, Duration::micros(2).count_up(Duration::micros(1)) == 2);
    KEEL_EXPECT(test, Duration::nanos(2'001).count_up(Duration::micros(1)) == 3);
    KEEL_EXPECT(test, Duration().count_up(Duration::micros(1)) == 0);
    KEEL_EXPECT(test, Duration::secs(-1).count_up(Duration::micros(1)) == 0);
    KEEL_EXPECT(test, Duration::secs(1).count_up(Duration()) == 0);
    KEEL_EXPECT(test, Duration::max().count_up(Duration::nanos(1)) == __INT64_MAX__);
}

void what_does_not_fit_stays_at_the_end(Test& test)
{
    constexpr Duration least = -Duration::max() - Duration::nanos(1);
    KEEL_EXPECT(test, Duration::max() + Duration::nanos(1) == Duration::max());
    KEEL_EXPECT(test, least - Duration::nanos(1) == least && least + -Duration::secs(1) == least);
    KEEL_EXPECT(test, Duration::max() - -Duration::nanos(1) == Duration::max());
    KEEL_EXPECT(test, Duration() - least == Duration::max() && -least == Duration::max());
    KEEL_EXPECT(test, Duration::secs(__INT64_MAX__) == Duration::max() && Duration::secs(-__INT64_MAX__) == least);
    KEEL_EXPECT(test, Duration::secs(9'000'000'000) * 2 == Duration::max());
    KEEL_EXPECT(test, Duration::secs(9'000'000'000) * -2 == least);
}

void durations_order_and_add(Test& test)
{
    Duration d = Duration::secs(1);
    d += Duration::millis(1);
    KEEL_EXPECT(test, d == Duration::millis(1'001) && d > Duration::secs(1) && d >= d && d <= d);
    d -= Duration::secs(2);
    KEEL_EXPECT(test, d < Duration() && d.as_millis() == -999 && !(d >= Duration()));
    KEEL_EXPECT(test, d * -2 == Duration::millis(1'998));
}

} // namespace

KEEL_SUITE(duration_suite, "time/duration", KEEL_CASE(units_convert), KEEL_CASE(waits_round_up),
           KEEL_CASE(what_does_not_fit_stays_at_the_end), KEEL_CASE(durations_order_and_add));
