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

void a_killable_lock_is_a_result(Test& test)
{
    Mutex<State> mutex;
    auto taken = mutex.lock_killable();
    KEEL_EXPECT(test, taken.ok() && mutex.try_lock().is_none());
}

void a_spinlock_is_held_in_many_ways(Test& test)
{
    SpinLock<State> spin;
    spin.lock_irq()->count++;
    spin.lock_bh()->count++;
    {
        auto guard = spin.lock_irq();
        KEEL_EXPECT(test, spin.try_lock().is_none() && guard->count == 2);
        auto moved = move(guard);
    }
    {
        auto guard = spin.lock_bh();
        KEEL_EXPECT(test, spin.try_lock().is_none() && guard->count == 2);
    }
    {
        auto guard = spin.try_lock_irqsave();
        KEEL_EXPECT(test, guard.is_some() && spin.try_lock_irqsave().is_none());
    }
    {
        auto guard = spin.try_lock_bh();
        KEEL_EXPECT(test, guard.is_some() && spin.try_lock_bh().is_none());
    }
    KEEL_EXPECT(test, spin.try_lock().is_some());
}

void two_of_a_class_are_taken_by_level(Test& test)
{
    Mutex<State> parent, child;
    SpinLock<State> first, second;
    auto outer = parent.lock();
    auto inner = child.lock_nested<1>();
    KEEL_EXPECT(test, child.try_lock().is_none());
    auto outer_spin = first.lock();
    auto inner_spin = second.lock_nested<1>();
    KEEL_EXPECT(test, inner->count == 0 && inner_spin->count == 0);
    KEEL_EXPECT(test, second.try_lock().is_none());
}

/// The same type of lock twice, and each a class of its own.
struct Pipe {
    OwnClass<Mutex<u32>> received {3u};
    OwnClass<Mutex<u32>> to_send;
    OwnClass<SpinLock<u32>> head;
    OwnClass<SpinLock<u32>> tail {4u};
};

u32 value_of(const Mutex<u32>& mutex) { return *mutex.lock(); }

void locks_of_one_type_have_classes_of_their_own(Test& test)
{
    Pipe pipe;
    KEEL_EXPECT(test, value_of(pipe.received) == 3 && value_of(pipe.to_send) == 0);
    auto received = pipe.received.lock();
    auto to_send = pipe.to_send.lock();
    auto head = pipe.head.lock();
    auto tail = pipe.tail.lock();
    KEEL_EXPECT(test, *tail == 4 && pipe.head.try_lock().is_none());
}

static constinit const Mutex<State> global_state {State {.count = 7}};
static constinit const SpinLock<State> global_spin;

void a_global_lock_guards_its_data(Test& test)
{
    static constinit const Mutex<State> in_function;
    const int before = global_state.lock()->count;
    {
        auto guard = global_state.lock();
        guard->count++;
        KEEL_EXPECT(test, global_state.try_lock().is_none());
        in_function.lock()->count++;
        global_spin.lock()->count++;
    }
    KEEL_EXPECT(test, before >= 7 && global_state.lock()->count == before + 1);
    KEEL_EXPECT(test, in_function.lock()->count > 0 && global_spin.lock_irqsave()->count > 0);
}

} // namespace

KEEL_SUITE(lock_suite, "sync/lock", KEEL_CASE(a_guard_releases_on_early_return),
           KEEL_CASE(a_held_mutex_cannot_be_taken), KEEL_CASE(a_moved_guard_releases_once),
           KEEL_CASE(an_interruptible_lock_is_a_result), KEEL_CASE(with_returns_what_the_section_returns),
           KEEL_CASE(a_spinlock_guards_its_data), KEEL_CASE(a_killable_lock_is_a_result),
           KEEL_CASE(a_spinlock_is_held_in_many_ways), KEEL_CASE(two_of_a_class_are_taken_by_level),
           KEEL_CASE(locks_of_one_type_have_classes_of_their_own), KEEL_CASE(a_global_lock_guards_its_data));
