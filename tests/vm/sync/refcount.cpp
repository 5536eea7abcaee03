// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/refcount.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

static constinit const Refcount users {1};

void the_last_is_told(Test& test)
{
    Refcount count;
    count.inc();
    KEEL_EXPECT(test, count.inc_not_zero() && count.count() == 3);
    KEEL_EXPECT(test, !count.dec_and_test() && !count.dec_and_test() && count.dec_and_test());
    KEEL_EXPECT(test, count.count() == 0);
}

void nothing_counts_up_from_zero(Test& test)
{
    Refcount count {1};
    KEEL_EXPECT(test, count.dec_and_test());
    KEEL_EXPECT(test, !count.inc_not_zero() && count.count() == 0);
}

void a_global_counts(Test& test)
{
    users.inc();
    KEEL_EXPECT(test, !users.dec_and_test() && users.count() == 1);
}

} // namespace

KEEL_SUITE(refcount_suite, "sync/refcount", KEEL_CASE(the_last_is_told), KEEL_CASE(nothing_counts_up_from_zero),
           KEEL_CASE(a_global_counts));
