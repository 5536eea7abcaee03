// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/sync/atomic_bits.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

static constinit const AtomicBits<130> global;

void a_bit_is_set_and_cleared(Test& test)
{
    AtomicBits<70> bits;
    for (const usize bit : Array<usize, 4> {0, 63, 64, 69}) {
        KEEL_EXPECT(test, !bits.test(bit, Relaxed));
        bits.set(bit);
        KEEL_EXPECT(test, bits.test(bit, Relaxed) && bits.test(bit, Acquire) && !bits.test(65, Relaxed));
        bits.clear(bit);
        KEEL_EXPECT(test, !bits.test(bit, Acquire));
        bits.flip(bit);
        KEEL_EXPECT(test, bits.test(bit, Relaxed));
        bits.clear(bit, Release);
        KEEL_EXPECT(test, !bits.test(bit, Relaxed));
    }
}

void what_a_bit_was_is_told(Test& test)
{
    AtomicBits<66> bits;
    KEEL_EXPECT(test, !bits.test_and_set(65, Acquire) && bits.test_and_set(65, Acquire) && bits.test_and_set(65, Full));
    KEEL_EXPECT(test, bits.test_and_clear(65, Full) && !bits.test_and_clear(65, Full));
    KEEL_EXPECT(test, !bits.test_and_set(65, Full) && bits.test_and_flip(65, Full) && !bits.test_and_flip(65, Full));
}

void the_first_clear_bit_is_found(Test& test)
{
    KEEL_EXPECT(test, global.set_first_clear(Acquire).value_or(999) == 0);
    for (usize bit = 1; bit < 130; bit++)
        global.set(bit);
    global.clear(97);
    KEEL_EXPECT(test, global.set_first_clear(Full).value_or(999) == 97 && global.set_first_clear(Full).is_none());
    global.clear(129);
    KEEL_EXPECT(test, global.set_first_clear(Acquire).value_or(999) == 129 && global.set_first_clear(Full).is_none());
    for (usize bit = 0; bit < 130; bit++)
        global.clear(bit, Release);
}

} // namespace

KEEL_SUITE(atomic_bits_suite, "sync/atomic_bits", KEEL_CASE(a_bit_is_set_and_cleared),
           KEEL_CASE(what_a_bit_was_is_told), KEEL_CASE(the_first_clear_bit_is_found));
