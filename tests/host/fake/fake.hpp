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

/// Whether printing reaches standard output.
void show_log(bool show);

/// Ends the program because the code under test broke a rule of the kernel.
[[noreturn]] void die(const char* why);

} // namespace fake
