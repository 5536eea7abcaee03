// SPDX-License-Identifier: GPL-2.0
// What one task can see of a wait queue; tests/host/stress.cpp has several.
#include <keel/fs/poll.hpp>
#include <keel/sync/atomic.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/wait_queue.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

void what_is_ready_is_not_waited_for(Test& test)
{
    WaitQueue queue;
    const Atomic<u32> looks;
    const auto ready = [&] {
        looks.inc();
        return true;
    };
    queue.wait(ready);
    queue.wait_exclusive(ready);
    KEEL_EXPECT(test, queue.wait(ready, Duration::millis(0)).ok() && queue.wait_interruptible(ready).ok());
    KEEL_EXPECT(test, queue.wait_killable(ready).ok() && queue.wait_interruptible_exclusive(ready).ok());
    KEEL_EXPECT(test, queue.wait_exclusive(ready, Duration::secs(1)).ok() && queue.wait_freezable(ready).ok());
    KEEL_EXPECT(test, queue.wait_killable_exclusive(ready).ok() && queue.wait_freezable_exclusive(ready).ok());
    KEEL_EXPECT(test, looks.load(Relaxed) == 10);
}

void a_wait_ends_by_its_timeout(Test& test)
{
    WaitQueue queue;
    const auto never = [] { return false; };
    const int timed_out = ETIMEDOUT.to_errno();
    KEEL_EXPECT(test, queue.wait(never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, queue.wait_interruptible(never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, queue.wait_interruptible_exclusive(never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, queue.wait_killable(never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, queue.wait(never, Duration::millis(0)).to_errno() == timed_out);
    KEEL_EXPECT(test, queue.wait_freezable(never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, queue.wait_exclusive(never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, queue.wait_killable_exclusive(never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, queue.wait_freezable_exclusive(never, Duration::millis(2)).to_errno() == timed_out);
}

void what_becomes_ready_at_the_last_moment_is_ready(Test& test)
{
    WaitQueue queue;
    u32 looks = 0;
    KEEL_EXPECT(test, queue.wait([&] { return ++looks == 3; }, Duration::millis(2)).ok() && looks == 3);
}

void a_wake_up_between_two_looks_is_not_lost(Test& test)
{
    WaitQueue queue;
    u32 looks = 0;
    // It wakes its own queue, on which it already is: the sleep that follows ends at once, or this never ends.
    queue.wait([&] {
        queue.wake_up_all();
        return ++looks == 5;
    });
    queue.wait_exclusive([&] {
        queue.wake_up();
        return ++looks == 10;
    });
    // Who does not poll is woken whatever it is about.
    queue.wait([&] {
        queue.wake_up_poll(fs::PollMask::Readable);
        return ++looks == 15;
    });
    KEEL_EXPECT(test, looks == 15);
}

void ready_may_sleep(Test& test)
{
    WaitQueue queue;
    Mutex<u32> looks;
    queue.wait([&] {
        queue.wake_up_all();
        return ++*looks.lock() == 3;
    });
    KEEL_EXPECT(test, *looks.lock() == 3);
}

static constinit const WaitQueue global;

void a_global_one_is_there_before_any_code(Test& test)
{
    u32 looks = 0;
    global.wait([&] {
        global.wake_up_all();
        return ++looks == 3;
    });
    KEEL_EXPECT(test, looks == 3);
}

} // namespace

KEEL_SUITE(wait_queue_suite, "sync/wait_queue", KEEL_CASE(what_is_ready_is_not_waited_for),
           KEEL_CASE(a_wait_ends_by_its_timeout), KEEL_CASE(what_becomes_ready_at_the_last_moment_is_ready),
           KEEL_CASE(a_wake_up_between_two_looks_is_not_lost), KEEL_CASE(ready_may_sleep),
           KEEL_CASE(a_global_one_is_there_before_any_code));
