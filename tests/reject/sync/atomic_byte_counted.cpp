// SPDX-License-Identifier: GPL-2.0
// The kernel's atomic words have 32 or 64 bits.
#include <keel/sync/atomic.hpp>
using namespace keel;
u8 caller(const Atomic<u8>& a) { return a.load(Relaxed); } // expect-error: an Atomic holds an integer of 32 or 64 bits
