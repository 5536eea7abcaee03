// SPDX-License-Identifier: GPL-2.0
// Who takes a bit acquires, who gives it back releases, and nothing does the other.
#include <keel/sync/atomic_bits.hpp>
using namespace keel;
bool take(const AtomicBits<8>& bits)
{
    return bits.test_and_set(3, Release); // expect-error: no matching member function for call to 'test_and_set'
}
bool give(const AtomicBits<8>& bits)
{
    return bits.test_and_clear(3, Relaxed); // expect-error: no viable conversion
}
bool look(const AtomicBits<8>& bits) { return bits.test(3, Release); } // expect-error: no matching member function for call to 'test'
void set(const AtomicBits<8>& bits) { bits.set(3, Acquire); } // expect-error: too many arguments to function call
