// SPDX-License-Identifier: GPL-2.0
// What one task can see of a completion; tests/host/stress.cpp has several.
#include <keel/sync/completion.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void each_complete_lets_one_go(Test& test)
{
    Completion done;
    KEEL_EXPECT(test, !done.is_done() && !done.try_wait());
    done.complete();
    done.complete();
    KEEL_EXPECT(test, done.is_done() && done.try_wait());
    done.wait();
    KEEL_EXPECT(test, !done.is_done() && !done.try_wait());
}

void complete_all_lets_everybody_go(Test& test)
{
    Completion done;
    done.complete_all();
    done.wait();
    KEEL_EXPECT(test, done.wait_interruptible().ok() && done.wait_killable().ok() && done.try_wait() && done.is_done());
    done.reinit();
    KEEL_EXPECT(test, !done.is_done());
}

void a_wait_ends_by_its_timeout(Test& test)
{
    Completion done;
    KEEL_EXPECT(test, done.wait(Duration::millis(2)).to_errno() == ETIMEDOUT.to_errno());
    KEEL_EXPECT(test, done.wait_interruptible(Duration::millis(0)).to_errno() == ETIMEDOUT.to_errno());
    KEEL_EXPECT(test, done.wait_killable(Duration::millis(2)).to_errno() == ETIMEDOUT.to_errno());
    done.complete_all();
    KEEL_EXPECT(test, done.wait(Duration::secs(3)).ok() && done.wait_interruptible(Duration::max()).ok());
    KEEL_EXPECT(test, done.wait_killable(Duration::millis(0)).ok());
}

void a_freezable_wait_ends_as_another(Test& test)
{
    Completion done;
    done.complete();
    KEEL_EXPECT(test, done.wait_freezable().ok() && !done.try_wait());
}

static constinit const Completion global;

void a_global_one_is_there_before_any_code(Test& test)
{
    KEEL_EXPECT(test, !global.try_wait());
    global.complete();
    KEEL_EXPECT(test, global.wait(Duration::secs(3)).ok() && !global.is_done());
    KEEL_EXPECT(test, global.wait(Duration::millis(1)).to_errno() == ETIMEDOUT.to_errno());
}

} // namespace

KEEL_SUITE(completion_suite, "sync/completion", KEEL_CASE(each_complete_lets_one_go),
           KEEL_CASE(complete_all_lets_everybody_go), KEEL_CASE(a_wait_ends_by_its_timeout),
           KEEL_CASE(a_freezable_wait_ends_as_another), KEEL_CASE(a_global_one_is_there_before_any_code));
