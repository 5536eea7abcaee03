// SPDX-License-Identifier: GPL-2.0
// The fake kernel that host tests link against: the same C names as the kernel's, in user space, and knobs to turn.
#pragma once

namespace fake {

/// Lets the `n`-th allocation from now fail, and only that one; 0: none.
void fail_allocation(unsigned n);

/// How many allocations were tried since the last fail_allocation.
unsigned allocations_tried();

/// How many allocated pieces of memory are not freed yet.
unsigned allocations_alive();

/// How many locks are held.
unsigned locks_held();

// Time, and what happens later. There is one CPU, and nobody is taken off it: timers and work run while the thread that
// runs sleeps or waits, one after the other, in the order of their times. The clock goes on by sleeping and
// spinning only.

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

/// Lets others run until `done(what)`; ends the program if nobody is left who could make it so.
void wait_until(bool (*done)(const void* what), const void* what);

/// Whether printing reaches standard output.
void show_log(bool show);

/// Ends the program because the code under test broke a rule of the kernel.
[[noreturn]] void die(const char* why);

} // namespace fake
