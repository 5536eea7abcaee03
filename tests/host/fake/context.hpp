// SPDX-License-Identifier: GPL-2.0
// What a thread must not do where it is: the checks of a kernel with its debug options, at any time.
//
// - Nothing sleeps while a spinlock is held, interrupts are off, or in an interrupt handler.
// - Locks are taken in one order (lockdep): each pair of classes that some thread held together is remembered, and a
//   circle of them ends the program, also if no thread waits for ever this time. Not in the build for the thread
//   sanitizer: the memory that this shares between threads would order what the code under test does not.
// - Interrupts are restored to what they were, innermost first.
// - A lock that interrupt handlers take is taken with interrupts off elsewhere.
#pragma once

namespace fake {

/// How a lock is held, for the checks.
struct Taking {
    /// The first word of the lock: its class in the upper bits.
    unsigned* word;
    /// What the caller called, for messages.
    const char* function;
    /// Sleepers wait for a mutex, and CPUs spin for a spinlock.
    bool sleeps = false;
    /// Several readers may hold it at once.
    bool shared = false;
    /// Which of the locks of its class, where several are taken together.
    unsigned subclass = 0;
};

/// Gives the lock at `word` the class of `key`. A lock without a class gets one of its own when it is taken first.
void set_class(unsigned* word, const char* name, const void* key);

/// Ends the program if this thread must not sleep.
void may_sleep(const char* function);

/// Ends the program if waiting for the lock would be wrong here; then to be called before a thread waits.
void before_waiting(const Taking& taking);

/// The lock is held from now on.
void taken(const Taking& taking);

/// The lock is given back. Ends the program if this thread does not hold it.
void released(unsigned* word, const char* function);

/// Interrupts off, and what they were before; on again; back to what they were.
unsigned long irqs_save();
void irqs_restore(unsigned long flags);
void irqs_off();
void irqs_on();

/// Softirqs off and on again; ends the program if interrupts are off, or in an interrupt handler.
void softirqs_off();
void softirqs_on();

/// More reasons not to sleep, one inside the other: disabled preemption or softirqs, RCU sections.
void begin_atomic();
void end_atomic();

/// Ends the program unless nothing is left of what was begun.
void check_idle(const char* where);

/// Waits a moment, in the `n`-th of many attempts.
void pause(unsigned n);

} // namespace fake
