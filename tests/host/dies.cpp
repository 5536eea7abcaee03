// SPDX-License-Identifier: GPL-2.0
// The fake kernel's own checks, each with a program that breaks the rule. The checker refuses most of them in a driver;
// here it does not look.
//
// sources: src/*.cpp
// sanitizers: address
//
// dies mutex_under_spinlock: sleep in atomic context: mutex_lock
// dies mutex_with_interrupts_off: sleep with interrupts off: mutex_lock
// dies mutex_in_interrupt: sleep in an interrupt handler: mutex_lock
// dies allocation_under_spinlock: sleep in atomic context: krealloc
// dies vfree_under_spinlock: sleep in atomic context: vfree
// dies completion_under_spinlock: sleep in atomic context: wait_for_completion
// dies wait_under_spinlock: sleep in atomic context: schedule_timeout
// dies lock_order_inversion: lock order inversion: keel::Mutex is taken while this is held, and elsewhere the other way
// dies lock_order_of_three: lock order inversion: keel::SpinLock is taken while this is held
// dies two_of_one_class: two locks of one class are taken at once
// dies lock_taken_twice: a lock is taken twice, and the kernel would wait for ever: mutex_lock
// dies spinlock_taken_twice: a lock is taken twice, and the kernel would wait for ever: spin_lock
// dies interrupt_takes_a_plain_lock: a lock that an interrupt handler takes is also taken with interrupts on
// dies interrupts_restored_in_the_wrong_order: unbalanced interrupt state: they go on while a lock is held
// dies interrupts_restored_twice: unbalanced interrupt state: they are restored, and were on already
// dies interrupts_left_off: unbalanced interrupt state: they are off at the end of a thread
// dies lock_left_held: a lock is held at the end of a thread
// dies lock_held_after_interrupt: a lock is held at the end of an interrupt handler
// dies released_by_another: a lock is released that this thread does not hold: mutex_unlock
// dies counted_up_from_zero: a reference is taken to an object that has none
// dies counted_below_zero: a reference is given back that nobody holds
#include <keel/alloc/vec.hpp>
#include <keel/sync/completion.hpp>
#include <keel/sync/mutex.hpp>
#include <keel/sync/refcount.hpp>
#include <keel/sync/spinlock.hpp>
#include <keel/sync/wait_queue.hpp>

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
    Mutex<A> another;
    auto first = mutex.lock();
    auto second = another.lock();
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

struct Program {
    const char* name;
    void (*run)();
};

#define PROGRAM(name) {#name, name}
constexpr Program programs[] = {
    PROGRAM(mutex_under_spinlock),
    PROGRAM(mutex_with_interrupts_off),
    PROGRAM(mutex_in_interrupt),
    PROGRAM(allocation_under_spinlock),
    PROGRAM(vfree_under_spinlock),
    PROGRAM(completion_under_spinlock),
    PROGRAM(wait_under_spinlock),
    PROGRAM(lock_order_inversion),
    PROGRAM(lock_order_of_three),
    PROGRAM(two_of_one_class),
    PROGRAM(lock_taken_twice),
    PROGRAM(spinlock_taken_twice),
    PROGRAM(interrupt_takes_a_plain_lock),
    PROGRAM(interrupts_restored_in_the_wrong_order),
    PROGRAM(interrupts_restored_twice),
    PROGRAM(interrupts_left_off),
    PROGRAM(lock_left_held),
    PROGRAM(lock_held_after_interrupt),
    PROGRAM(released_by_another),
    PROGRAM(counted_up_from_zero),
    PROGRAM(counted_below_zero),
};
#undef PROGRAM

} // namespace

extern "C" int main(int argc, char** argv)
{
    for (const Program& program : programs)
        if (argc == 2 && __builtin_strcmp(program.name, argv[1]) == 0)
            program.run();
    return 0;
}
