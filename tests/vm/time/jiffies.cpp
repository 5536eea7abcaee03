// SPDX-License-Identifier: GPL-2.0
#include <keel/test/suite.hpp>
#include <keel/time/delay.hpp>
#include <keel/time/jiffies.hpp>

using namespace keel;
using test::Test;

namespace {

void ticks_are_never_too_few(Test& test)
{
    KEEL_EXPECT(test, Ticks::at_least(Duration()).count() == 0);
    KEEL_EXPECT(test, Ticks::at_least(Duration::nanos(1)).count() == 1);
    KEEL_EXPECT(test, Ticks::at_least(Ticks::tick()).count() == 1);
    KEEL_EXPECT(test, Ticks::at_least(Ticks::tick() + Duration::nanos(1)).count() == 2);
    KEEL_EXPECT(test, Ticks::at_least(Duration::secs(1)).duration() >= Duration::secs(1));
    KEEL_EXPECT(test, Ticks::at_least(Duration::max()).duration() > Duration::secs(1'000'000'000));
    KEEL_EXPECT(test, Ticks::at_least(Duration::secs(-1)) == Ticks::at_least(Duration()));
}

void times_in_seconds_become_ticks_and_back(Test& test)
{
    KEEL_EXPECT(test, Ticks::at_least(TimeSpec {.seconds = 0, .nanos = 0}).count() == 0);
    KEEL_EXPECT(test, Ticks::at_least(TimeSpec {.seconds = 0, .nanos = 1}) == Ticks::of(1));
    const Ticks ticks = Ticks::at_least(TimeSpec {.seconds = 2, .nanos = 500'000'000});
    KEEL_EXPECT(test, ticks == Ticks::at_least(Duration::millis(2'500)));
    KEEL_EXPECT(test, ticks.time().seconds == 2 && ticks.time().nanos == 500'000'000);
    KEEL_EXPECT(test, Ticks::of(~0ul).count() < ~0ul / 2);
}

void jiffies_compare_by_the_shorter_way(Test& test)
{
    const Jiffies now = Jiffies::now();
    const Jiffies later = now + Duration::secs(5);
    KEEL_EXPECT(test, now < later && later > now && now <= later && later >= now && now != later);
    // The counter starts shortly before it wraps on 32 bits; here it is made to wrap on 64.
    Jiffies far = now;
    for (int i = 0; i < 3; i++) {
        const Jiffies next = far + Duration::max();
        KEEL_EXPECT(test, far < next && next.count() - far.count() == Ticks::at_least(Duration::max()).count());
        far = next;
    }
}

void the_counter_counts(Test& test)
{
    const Jiffies start = Jiffies::now();
    sleep(Ticks::tick() * 3);
    KEEL_EXPECT(test, start.elapsed().count() >= 2);
    KEEL_EXPECT(test, (start + Duration::secs(3'600)).elapsed().count() == 0);
}

} // namespace

KEEL_SUITE(jiffies_suite, "time/jiffies", KEEL_CASE(ticks_are_never_too_few),
           KEEL_CASE(times_in_seconds_become_ticks_and_back), KEEL_CASE(jiffies_compare_by_the_shorter_way),
           KEEL_CASE(the_counter_counts));
