// SPDX-License-Identifier: GPL-2.0
// There is none in the kernel.
#include <keel/prelude.hpp>

using namespace keel;

thread_local u32 depth = 0; // expect-error: [keel-thread-local]
u32 enter() { return ++depth; }
