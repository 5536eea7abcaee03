// SPDX-License-Identifier: GPL-2.0
// What gives no result is relaxed, and dec_and_test is full: neither can be asked for more or less.
#include <keel/sync/atomic.hpp>
using namespace keel;
void increment(const Atomic<u32>& a) { a.inc(Release); } // expect-error: too many arguments to function call
void add(const Atomic<u32>& a) { a.add(1, Full); } // expect-error: too many arguments to function call
bool last(const Atomic<u32>& a) { return a.dec_and_test(Relaxed); } // expect-error: too many arguments to function call
