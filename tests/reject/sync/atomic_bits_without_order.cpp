// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic_bits.hpp>
using namespace keel;
bool caller(const AtomicBits<8>& bits) { return bits.test_and_set(3); } // expect-error: no matching member function for call to 'test_and_set'
