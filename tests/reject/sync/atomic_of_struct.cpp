// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic.hpp>
using namespace keel;
struct Pair {
    u32 low, high;
};
u32 caller(const Atomic<Pair>& a) { return a.load(Relaxed).low; } // expect-error: an Atomic holds an integer, a bool
