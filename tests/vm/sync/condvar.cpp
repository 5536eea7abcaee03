// SPDX-License-Identifier: GPL-2.0
// What one task can see of a condition variable; tests/host/stress.cpp has several.
#include <keel/sync/condvar.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct State {
    u32 looks;
};

bool never(State&) { return false; }

void what_is_so_is_not_waited_for(Test& test)
{
    Mutex<State> state;
    CondVar changed;
    auto guard = state.lock();
    const auto ready = [](State& s) { return ++s.looks != 0; };
    changed.wait(guard, ready);
    KEEL_EXPECT(test,
                changed.wait(guard, ready, Duration::millis(0)).ok() && changed.wait_interruptible(guard, ready).ok());
    KEEL_EXPECT(test, changed.wait_killable(guard, ready).ok() && changed.wait_freezable(guard, ready).ok() &&
                          guard->looks == 5);
}

void the_lock_is_held_again_after_a_timeout(Test& test)
{
    Mutex<State> state;
    CondVar changed;
    auto guard = state.lock();
    const int timed_out = ETIMEDOUT.to_errno();
    KEEL_EXPECT(test, changed.wait(guard, never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, changed.wait_interruptible(guard, never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, changed.wait_killable(guard, never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, changed.wait_freezable(guard, never, Duration::millis(2)).to_errno() == timed_out);
    KEEL_EXPECT(test, state.try_lock().is_none());
}

void a_notification_between_two_looks_is_not_lost(Test& test)
{
    Mutex<State> state;
    CondVar changed;
    auto guard = state.lock();
    changed.wait(guard, [&](State& s) {
        s.looks % 2 ? changed.notify_one() : changed.notify_all();
        return ++s.looks == 6;
    });
    KEEL_EXPECT(test, guard->looks == 6 && state.try_lock().is_none());
}

void a_spinlock_is_taken_when_it_is_time(Test& test)
{
    SpinLock<State> state;
    CondVar changed;
    const auto third = [&](State& s) {
        changed.notify_one();
        return ++s.looks % 3 == 0;
    };
    {
        auto guard = changed.lock_when(state, third);
        KEEL_EXPECT(test, guard->looks == 3 && state.try_lock().is_none());
    }
    {
        auto guard = changed.lock_when_killable(state, third);
        KEEL_EXPECT(test, guard.ok() && state.try_lock().is_none());
    }
    auto guard = changed.lock_when_interruptible(state, third);
    KEEL_EXPECT(test, guard.ok() && state.try_lock().is_none());
}

void a_spinlock_that_took_too_long_is_not_held(Test& test)
{
    SpinLock<State> state;
    CondVar changed;
    const Duration soon = Duration::millis(2);
    KEEL_EXPECT(test, changed.lock_when(state, never, soon).error() == ETIMEDOUT);
    KEEL_EXPECT(test, changed.lock_when_interruptible(state, never, soon).error() == ETIMEDOUT);
    KEEL_EXPECT(test, changed.lock_when_killable(state, never, soon).error() == ETIMEDOUT);
    KEEL_EXPECT(test, state.try_lock().is_some());
}

static constinit const CondVar global;
static constinit const Mutex<State> global_state;

void a_global_one_is_there_before_any_code(Test& test)
{
    auto guard = global_state.lock();
    guard->looks = 0;
    global.wait(guard, [](State& s) {
        global.notify_all();
        return ++s.looks == 2;
    });
    KEEL_EXPECT(test, guard->looks == 2);
}

} // namespace

KEEL_SUITE(condvar_suite, "sync/condvar", KEEL_CASE(what_is_so_is_not_waited_for),
           KEEL_CASE(the_lock_is_held_again_after_a_timeout), KEEL_CASE(a_notification_between_two_looks_is_not_lost),
           KEEL_CASE(a_spinlock_is_taken_when_it_is_time), KEEL_CASE(a_spinlock_that_took_too_long_is_not_held),
           KEEL_CASE(a_global_one_is_there_before_any_code));
