// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/bitmap.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

/// What both kinds can do, with one of 100 bits.
template <class B> void use(Test& test, B& bits)
{
    KEEL_EXPECT(test, bits.len() == 100 && bits.is_empty() && bits.count() == 0 && bits.next_set(0).is_none());
    bits.set(0);
    bits.set(63);
    bits.set(64);
    bits.set(99);
    KEEL_EXPECT(test, bits.test(0) && bits.test(63) && bits.test(64) && bits.test(99) && !bits.test(65));
    KEEL_EXPECT(test, bits.count() == 4 && bits.next_set(1).value() == 63 && bits.next_set(65).value() == 99);
    KEEL_EXPECT(test,
                bits.next_set(100).is_none() && bits.next_clear(63).value() == 65 && bits.next_clear(99).is_none());
    usize sum = 0;
    for (usize index : bits.set_bits())
        sum = sum * 100 + index;
    KEEL_EXPECT(test, sum == 636499);
    bits.clear(63);
    bits.assign(64, false);
    bits.assign(65, true);
    KEEL_EXPECT(test, !bits.test(63) && !bits.test(64) && bits.test(65) && bits.count() == 3);
    bits.set_range(10, 80);
    KEEL_EXPECT(test, bits.count() == 82 && bits.take_clear().value() == 1 && bits.next_clear(10).value() == 90);
    bits.clear_range(0, 100);
    bits.clear_range(100, 0);
    KEEL_EXPECT(test, bits.is_empty());
    bits.set_range(0, 100);
    KEEL_EXPECT(test, bits.take_clear().is_none() && bits.count() == 100);
}

void a_bitmap_is_in_place(Test& test)
{
    Bitmap<100> bits;
    use(test, bits);
    Bitmap<100> copy = bits;
    copy.clear(5);
    KEEL_EXPECT(test, bits.count() == 100 && copy.count() == 99 && sizeof(Bitmap<64>) == 8);
}

void a_bit_vec_has_its_own_memory(Test& test)
{
    Result<BitVec> made = BitVec::create(100, GFP_KERNEL);
    if (!made.ok())
        return;
    BitVec bits = made.take();
    use(test, bits);
    if (!bits.resize(70, GFP_KERNEL).ok() || !bits.resize(200, GFP_KERNEL).ok())
        return;
    KEEL_EXPECT(test, bits.count() == 70 && bits.len() == 200 && bits.next_clear(0).value() == 70);
    BitVec moved = move(bits);
    KEEL_EXPECT(test, bits.len() == 0 && moved.count() == 70);
    bits = move(moved);
    KEEL_EXPECT(test, bits.resize(usize {1} << 31, GFP_KERNEL).error() == EINVAL && bits.count() == 70);
    KEEL_EXPECT(test, BitVec().is_empty() && BitVec().take_clear().is_none());
}

} // namespace

KEEL_SUITE(bitmap_suite, "collections/bitmap", KEEL_CASE(a_bitmap_is_in_place),
           KEEL_CASE(a_bit_vec_has_its_own_memory));
