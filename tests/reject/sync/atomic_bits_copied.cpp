// SPDX-License-Identifier: GPL-2.0
#include <keel/sync/atomic_bits.hpp>
using namespace keel;
void caller(const AtomicBits<8>& bits) { AtomicBits<8> copy = bits; } // expect-error: call to deleted constructor
