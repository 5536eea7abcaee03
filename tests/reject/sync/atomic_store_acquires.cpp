// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic.hpp>
using namespace keel;
void caller(const Atomic<u32>& a) { a.store(1, Acquire); } // expect-error: no matching member function for call to 'store'
