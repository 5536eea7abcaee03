// SPDX-License-Identifier: GPL-2.0
// The fake kernel's own checks, each with a program that breaks the rule. The checker refuses most of them in a driver;
// here it does not look.
//
// sources: src/*.cpp
// sanitizers: address
//
// dies as it lists
#include <keel/alloc/vec.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/condvar.hpp>
#include <keel/sync/locked_by.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/refcount.hpp>
#include <keel/sync/rwsem.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/sync/wait_queue.hpp>

#include "deaths.hpp"
#include "fake/fake.hpp"

using namespace keel;

namespace {

// One type of data, one class of lock.
struct A {};
struct B {};

Mutex<A> mutex;
Mutex<B> other_mutex;
SpinLock<A> spin;
SpinLock<B> other_spin;

void mutex_under_spinlock()
{
    auto guard = spin.lock();
    auto wrong = mutex.lock();
}

void mutex_with_interrupts_off()
{
    auto guard = spin.lock_irqsave();
    auto wrong = mutex.lock();
}

void mutex_in_interrupt()
{
    fake::interrupt_handler([] { auto wrong = mutex.lock(); });
}

void allocation_under_spinlock()
{
    Vec<u8> bytes;
    auto guard = spin.lock();
    (void)bytes.push(1, GFP_ATOMIC);
    Vec<u8> more;
    (void)more.push(1, GFP_KERNEL);
}

void vfree_under_spinlock()
{
    VVec<u8> bytes;
    (void)bytes.push(1, GFP_KERNEL);
    auto guard = spin.lock();
    bytes = VVec<u8>();
}

void completion_under_spinlock()
{
    Completion done;
    done.complete();
    auto guard = spin.lock();
    done.wait();
}

void wait_under_spinlock()
{
    WaitQueue queue;
    auto guard = spin.lock();
    (void)queue.wait([] { return false; }, Duration::millis(1));
}

void lock_order_inversion()
{
    {
        auto first = mutex.lock();
        auto second = other_mutex.lock();
    }
    auto second = other_mutex.lock();
    auto first = mutex.lock();
}

void lock_order_of_three()
{
    SpinLock<u32> third;
    fake::run_threads(1, [](unsigned) {
        auto first = spin.lock();
        auto second = other_spin.lock();
    });
    fake::run_threads(1, [&](unsigned) {
        auto second = other_spin.lock();
        auto last = third.lock();
    });
    auto last = third.lock();
    auto first = spin.lock();
}

void two_of_one_class()
{
    Mutex<u32> one, another;
    auto first = one.lock();
    auto second = another.lock();
}

void levels_in_both_orders()
{
    Mutex<u32> one, another;
    {
        auto first = one.lock();
        auto second = another.lock_nested<1>();
    }
    auto second = another.lock_nested<1>();
    auto first = one.lock();
}

void softirqs_off_with_interrupts_off()
{
    auto guard = spin.lock_irq();
    auto wrong = other_spin.lock_bh();
}

void interrupts_off_twice()
{
    auto guard = spin.lock_irqsave();
    auto wrong = other_spin.lock_irq();
}

void lock_taken_twice()
{
    auto first = mutex.lock();
    auto second = mutex.lock();
}

void spinlock_taken_twice()
{
    auto first = spin.lock();
    auto second = spin.lock();
}

void interrupt_takes_a_plain_lock()
{
    {
        auto guard = spin.lock();
    }
    fake::interrupt_handler([] { auto guard = spin.lock(); });
}

void interrupts_restored_in_the_wrong_order()
{
    auto first = spin.lock_irqsave();
    auto second = other_spin.lock_irqsave();
    auto ends_before_second = move(first);
    {
        auto ends_here = move(ends_before_second);
    }
}

void interrupts_restored_twice()
{
    bindings::spinlock_t raw;
    bindings::spin_lock_init(&raw, "raw", nullptr);
    const unsigned long flags = bindings::spin_lock_irqsave(&raw);
    bindings::spin_unlock_irqrestore(&raw, flags);
    bindings::spin_lock(&raw);
    bindings::spin_unlock_irqrestore(&raw, flags);
}

void interrupts_left_off()
{
    fake::run_threads(1, [](unsigned) {
        bindings::spinlock_t raw;
        bindings::spin_lock_init(&raw, "raw", nullptr);
        (void)bindings::spin_lock_irqsave(&raw);
        bindings::spin_unlock(&raw);
    });
}

void lock_left_held()
{
    fake::run_threads(1, [](unsigned) {
        bindings::mutex raw;
        bindings::__mutex_init(&raw, "raw", nullptr);
        bindings::mutex_lock(&raw);
    });
}

void lock_held_after_interrupt()
{
    fake::interrupt_handler([] {
        bindings::spinlock_t raw;
        bindings::spin_lock_init(&raw, "raw", nullptr);
        bindings::spin_lock(&raw);
    });
}

void released_by_another()
{
    bindings::mutex raw;
    bindings::__mutex_init(&raw, "raw", nullptr);
    bindings::mutex_lock(&raw);
    fake::run_threads(1, [&](unsigned) { bindings::mutex_unlock(&raw); });
}

void guard_of_another_lock()
{
    LockedBy<u32, Mutex<A>> data(mutex);
    Mutex<A> wrong;
    auto guard = wrong.lock();
    data.get_mut(guard)++;
}

void downgrade_of_another_lock()
{
    RwSemaphore<A> one, other;
    auto writer = one.write();
    auto reader = other.downgrade(move(writer));
}

void wait_with_an_empty_guard()
{
    CondVar changed;
    auto guard = mutex.lock();
    auto moved = move(guard);
    changed.wait(guard, [](A&) { return true; });
}

void read_twice()
{
    RwSemaphore<A> table;
    auto one = table.read();
    auto other = table.read();
}

void counted_up_from_zero()
{
    Refcount count {0};
    count.inc();
}

void counted_below_zero()
{
    Refcount count {0};
    (void)count.dec_and_test();
}

constexpr Death deaths[] = {
    DEATH(mutex_under_spinlock, "sleep in atomic context: mutex_lock"),
    DEATH(mutex_with_interrupts_off, "sleep with interrupts off: mutex_lock"),
    DEATH(mutex_in_interrupt, "sleep in an interrupt handler: mutex_lock"),
    DEATH(allocation_under_spinlock, "sleep in atomic context: krealloc"),
    DEATH(vfree_under_spinlock, "sleep in atomic context: vfree"),
    DEATH(completion_under_spinlock, "sleep in atomic context: wait_for_completion"),
    DEATH(wait_under_spinlock, "sleep in atomic context: schedule_timeout"),
    DEATH(lock_order_inversion,
          "lock order inversion: a global lock is taken while this is held, and elsewhere the other way"),
    DEATH(lock_order_of_three, "lock order inversion: a global lock is taken while this is held"),
    DEATH(two_of_one_class,
          "two locks of one class are taken at once, which is an order only with a subclass: keel::Mutex"),
    DEATH(levels_in_both_orders, "lock order inversion: keel::Mutex is taken while this is held"),
    DEATH(softirqs_off_with_interrupts_off, "softirqs are switched off or on where interrupts are off"),
    DEATH(interrupts_off_twice, "unbalanced interrupt state: they are switched off, and were off already"),
    DEATH(lock_taken_twice, "a lock is taken twice, and the kernel would wait for ever: mutex_lock"),
    DEATH(spinlock_taken_twice, "a lock is taken twice, and the kernel would wait for ever: spin_lock"),
    DEATH(interrupt_takes_a_plain_lock, "a lock that an interrupt handler takes is also taken with interrupts on"),
    DEATH(interrupts_restored_in_the_wrong_order, "unbalanced interrupt state: they go on while a lock is held"),
    DEATH(interrupts_restored_twice, "unbalanced interrupt state: they are restored, and were on already"),
    DEATH(interrupts_left_off, "unbalanced interrupt state: they are off at the end of a thread"),
    DEATH(lock_left_held, "a lock is held at the end of a thread"),
    DEATH(lock_held_after_interrupt, "a lock is held at the end of an interrupt handler"),
    DEATH(released_by_another, "a lock is released that this thread does not hold: mutex_unlock"),
    DEATH(guard_of_another_lock, "data reached with a guard of another lock"),
    DEATH(downgrade_of_another_lock, "downgrade of a guard of another lock"),
    DEATH(wait_with_an_empty_guard, "wait with a guard that was moved from"),
    DEATH(read_twice, "a lock is taken twice, and the kernel would wait for ever: down_read"),
    DEATH(counted_up_from_zero, "a reference is taken to an object that has none"),
    DEATH(counted_below_zero, "a reference is given back that nobody holds"),
};

} // namespace

extern "C" int main(int argc, char** argv) { return die_as_told(deaths, argc, argv); }
