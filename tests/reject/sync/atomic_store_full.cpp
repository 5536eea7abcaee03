// SPDX-License-Identifier: GPL-2.0
// A store has the orders that a store can have.
#include <keel/sync/atomic.hpp>
using namespace keel;
void caller(const Atomic<u32>& a) { a.store(1, Full); } // expect-error: no matching member function for call to 'store'
