// SPDX-License-Identifier: GPL-2.0
// What one task can see of a semaphore; tests/host/stress.cpp has several.
#include <keel/sync/semaphore.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

static constinit const Semaphore global {1};

void there_are_as_many_permits_as_were_said(Test& test)
{
    Semaphore slots {3};
    auto first = slots.down();
    auto second = slots.down_interruptible();
    auto third = slots.down_killable();
    KEEL_EXPECT(test, second.ok() && third.ok() && slots.try_down().is_none());
    {
        auto moved = move(first);
        KEEL_EXPECT(test, slots.try_down().is_none());
    }
    {
        auto again = slots.try_down();
        KEEL_EXPECT(test, again.is_some() && slots.try_down().is_none());
    }
    KEEL_EXPECT(test, slots.try_down().is_some());
}

void a_wait_ends_by_its_timeout(Test& test)
{
    Semaphore slots {1};
    {
        auto slot = slots.down(Duration::secs(3));
        KEEL_EXPECT(test, slot.ok());
        const auto late = slots.down(Duration::millis(2));
        KEEL_EXPECT(test, !late.ok() && late.error() == ETIMEDOUT);
    }
    KEEL_EXPECT(test, slots.down(Duration::max()).ok());
}

void a_global_one_is_there_before_any_code(Test& test)
{
    auto permit = global.try_down();
    KEEL_EXPECT(test, permit.is_some() && global.try_down().is_none());
}

} // namespace

KEEL_SUITE(semaphore_suite, "sync/semaphore", KEEL_CASE(there_are_as_many_permits_as_were_said),
           KEEL_CASE(a_wait_ends_by_its_timeout), KEEL_CASE(a_global_one_is_there_before_any_code));
