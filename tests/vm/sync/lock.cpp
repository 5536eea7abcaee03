// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/mutex.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct State {
    int count;
};

Result<int> leave_early(const Mutex<State>& mutex, bool early)
{
    auto guard = mutex.lock();
    guard->count++;
    if (early)
        return EINTR;
    return guard->count;
}

void a_guard_releases_on_early_return(Test& test)
{
    Mutex<State> mutex;
    KEEL_EXPECT(test, leave_early(mutex, true).error() == EINTR);
    KEEL_EXPECT(test, mutex.try_lock().is_some());
    KEEL_EXPECT(test, leave_early(mutex, false).value() == 2);
}

void a_held_mutex_cannot_be_taken(Test& test)
{
    Mutex<State> mutex {State {.count = 5}};
    auto guard = mutex.lock();
    KEEL_EXPECT(test, mutex.try_lock().is_none());
    KEEL_EXPECT(test, (*guard).count == 5);
}

void a_moved_guard_releases_once(Test& test)
{
    Mutex<State> mutex;
    {
        auto guard = mutex.lock();
        auto moved = move(guard);
        moved->count = 3;
        KEEL_EXPECT(test, mutex.try_lock().is_none());
    }
    auto again = mutex.try_lock();
    KEEL_EXPECT(test, again.is_some() && again.value()->count == 3);
}

void an_interruptible_lock_is_a_result(Test& test)
{
    Mutex<State> mutex;
    auto taken = mutex.lock_interruptible();
    KEEL_EXPECT(test, taken.ok());
    KEEL_EXPECT(test, mutex.try_lock().is_none());
}

void with_returns_what_the_section_returns(Test& test)
{
    Mutex<State> mutex;
    KEEL_EXPECT(test, mutex.with([](State& s) { return ++s.count; }) == 1);
    KEEL_EXPECT(test, mutex.try_lock().is_some());
    SpinLock<State> spin;
    KEEL_EXPECT(test, spin.with([](State& s) { return s.count += 2; }) == 2);
    KEEL_EXPECT(test, spin.try_lock().is_some());
}

void a_spinlock_guards_its_data(Test& test)
{
    SpinLock<State> spin {State {.count = 1}};
    {
        auto guard = spin.lock();
        guard->count++;
    }
    {
        auto guard = spin.lock_irqsave();
        guard->count++;
        auto moved = move(guard);
        (*moved).count++;
    }
    KEEL_EXPECT(test, spin.lock()->count == 4);
}

} // namespace

KEEL_SUITE(lock_suite, "sync/lock", KEEL_CASE(a_guard_releases_on_early_return),
           KEEL_CASE(a_held_mutex_cannot_be_taken), KEEL_CASE(a_moved_guard_releases_once),
           KEEL_CASE(an_interruptible_lock_is_a_result), KEEL_CASE(with_returns_what_the_section_returns),
           KEEL_CASE(a_spinlock_guards_its_data));
