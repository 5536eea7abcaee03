// SPDX-License-Identifier: GPL-2.0
#pragma once

namespace fake {

/// Makes this thread one of the kernel's own. `name` outlives it.
void become_kthread(const char* name, int pid);

/// The CPU that this thread runs on: the first, until it is bound to another one.
unsigned& this_cpu();

} // namespace fake
