// SPDX-License-Identifier: GPL-2.0
// A barrier stands between accesses. It is no order of one of them, and has none.
#include <keel/sync/atomic.hpp>
#include <keel/sync/barrier.hpp>
using namespace keel;
u32 read(const Atomic<u32>& a) { return a.load(smp_rmb); } // expect-error: no matching member function for call to 'load'
void write() { smp_wmb(Release); } // expect-error: no matching function for call to 'smp_wmb'
void full() { smp_mb(Full); } // expect-error: no matching function for call to 'smp_mb'
