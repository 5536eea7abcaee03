// SPDX-License-Identifier: GPL-2.0
// The fake kernel that host tests link against: the same C names as the kernel's, in user space, and knobs to turn.
// Threads are real, and so is the order of memory accesses. What a kernel with its debug options complains about ends
// the program: context.hpp.
#pragma once

namespace fake {

/// Lets the `n`-th allocation from now fail, and only that one; 0: none.
void fail_allocation(unsigned n);

/// How many allocations were tried since the last fail_allocation.
unsigned allocations_tried();

/// How many allocated pieces of memory are not freed yet.
unsigned allocations_alive();

/// Gives up the pages at `memory`; says whether there are such.
bool put_pages(const void* memory);

/// How many locks this thread holds.
unsigned locks_held();

// Time, and what happens later. As long as run_threads has not been called there is one CPU, and nobody is taken off
// it: timers and work run while the thread that runs sleeps or waits, one after the other, in the order of their times.
// The clock goes on by sleeping and spinning only. With several threads nothing of this happens, and a wait takes real
// time.

/// Nanoseconds since the fake kernel started.
unsigned long long now();

/// Runs `run(key)` once, `delay` nanoseconds from now; if `key` is waiting already, does nothing and returns false.
bool later(unsigned long long delay, void* key, void (*run)(void*));

/// Takes back what waits under `key`; returns whether there was something.
bool withdraw(const void* key);

/// Whether something waits under `key`.
bool is_waiting(const void* key);

/// Lets time pass, and others run.
void sleep(unsigned long long nanos);

/// Lets time pass in which nobody else runs.
void spin(unsigned long long nanos);

/// Runs what comes next, if that is not after `limit`; says whether there was something.
bool run_next(unsigned long long limit);

/// Whether there is one thread only.
bool is_alone();

/// Lets others run until `done(what)`; ends the program if nobody is left who could make it so.
void wait_until(bool (*done)(const void* what), const void* what);

/// Whether printing reaches standard output.
void show_log(bool show);

/// Ends the program because the code under test broke a rule of the kernel: prints the arguments, one after the other.
[[noreturn]] void die(const char* why, const char* what = "", const char* then = "", const char* other = "",
                      const char* rest = "");

/// A thread of the fake kernel, as its scheduler sees it.
struct Task;
Task* current();

/// Sends a signal to `task`, for good.
void interrupt(Task* task);

/// Calls `body(argument, number)` in `threads` threads, numbered from 0, and waits for all of them. A thread that ends
/// with a lock held or interrupts off ends the program.
void run_threads(unsigned threads, void (*body)(void* argument, unsigned number), void* argument);

/// The same, with anything that can be called.
template <class Body> void run_threads(unsigned threads, Body&& body)
{
    const auto call = [](void* argument, unsigned number) { (*static_cast<Body*>(argument))(number); };
    run_threads(threads, call, &body);
}

/// Calls `handler(argument)` as an interrupt on this CPU would: nothing in it may sleep.
void interrupt_handler(void (*handler)(void* argument), void* argument);
template <class Handler> void interrupt_handler(Handler&& handler)
{
    interrupt_handler([](void* argument) { (*static_cast<Handler*>(argument))(); }, &handler);
}

} // namespace fake
