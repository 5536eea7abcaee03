// SPDX-License-Identifier: GPL-2.0
// What gives a bit back does not acquire.
#include <keel/sync/atomic_bits.hpp>
using namespace keel;
void caller(const AtomicBits<8>& bits) { bits.clear(3, Acquire); } // expect-error: no matching member function for call to 'clear'
