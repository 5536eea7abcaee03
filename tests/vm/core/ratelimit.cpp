// SPDX-License-Identifier: GPL-2.0
#include <keel/core/ratelimit.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void a_place_is_reached_for_the_first_time_once(Test& test)
{
    u32 first = 0, other = 0;
    for (u32 n = 0; n < 5; n++) {
        first += print::first_time([] {});
        other += print::first_time([] {});
    }
    // The suite may run more than once, with each allocation failing in turn.
    static constinit const Atomic<u32> runs {0};
    const bool first_run = runs.fetch_add(1, Relaxed) == 0;
    KEEL_EXPECT(test, first == first_run && other == first_run);
}

void a_place_speaks_ten_times_at_most(Test& test)
{
    print::SiteLimit limit, other;
    u32 said = 0;
    for (u32 n = 0; n < 30; n++)
        said += limit.allows("limit_test");
    KEEL_EXPECT(test, said == 10);
    KEEL_EXPECT(test, other.allows("limit_test"));
}

} // namespace

KEEL_SUITE(ratelimit_suite, "core/ratelimit", KEEL_CASE(a_place_is_reached_for_the_first_time_once),
           KEEL_CASE(a_place_speaks_ten_times_at_most));
