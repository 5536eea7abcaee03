// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/core/endian.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

struct Header {
    Be16 port;
    Le16 flags;
    Be32 address;
    Le64 time;
};
static_assert(FromBytes<Header> && AsBytes<Header> && sizeof(Header) == 16);

/// As it comes from a wire: nothing in it is aligned.
struct Packed {
    u8 kind;
    UnalignedLe32 length;
    UnalignedBe16 port;
    UnalignedBe64 id;
};
static_assert(FromBytes<Packed> && AsBytes<Packed> && sizeof(Packed) == 15 && alignof(Packed) == 1);
static_assert(Be32::of(0x0102'0304).get() == 0x0102'0304 && UnalignedLe16::of(7).get() == 7);

constexpr Array<u8, 18> wire = {9, 1, 2, 3, 4, 5, 6, 7, 8, 0x11, 0, 0, 0, 0, 0, 0, 0x80, 9};

void numbers_lie_in_their_order(Test& test)
{
    const auto header = from_bytes<Header>(wire, 1).value();
    KEEL_EXPECT(test, header.port.get() == 0x0102 && header.flags.get() == 0x0403);
    KEEL_EXPECT(test, header.address.get() == 0x0506'0708 && header.time.get() == 0x8000'0000'0000'0011);
    const auto packed = from_bytes<Packed>(wire).value();
    KEEL_EXPECT(test, packed.kind == 9 && packed.length.get() == 0x0403'0201 && packed.port.get() == 0x0506);
    KEEL_EXPECT(test, packed.id.get() == 0x0708'1100'0000'0000);
    KEEL_EXPECT(test, from_bytes<UnalignedLe64>(wire, 9).value().get() == 0x8000'0000'0000'0011);
    KEEL_EXPECT(test, from_bytes<UnalignedBe32>(wire, 1).value().get() == 0x0102'0304);
    KEEL_EXPECT(test, from_bytes<UnalignedLe16>(wire, 16).value().get() == 0x0980);
}

void bytes_that_are_not_there_make_nothing(Test& test)
{
    KEEL_EXPECT(test, from_bytes<Header>(wire, 2).is_some() && from_bytes<Header>(wire, 3).is_none());
    KEEL_EXPECT(test, from_bytes<u8>(wire, 18).is_none() && from_bytes<u32>(wire, ~usize {0}).is_none());
}

void numbers_are_written_in_their_order(Test& test)
{
    Array<u8, 10> bytes {};
    KEEL_EXPECT(test, to_bytes(bytes, 1, Be32::of(0x0102'0304)) && bytes[1] == 1 && bytes[4] == 4);
    KEEL_EXPECT(test, to_bytes(bytes, 5, Le32::of(0x0102'0304)) && bytes[5] == 4 && bytes[8] == 1);
    KEEL_EXPECT(test, !to_bytes(bytes, 7, Le32::of(0)) && bytes[7] == 2 && bytes[0] == 0 && bytes[9] == 0);
    KEEL_EXPECT(test, Be16::of(0x0102) == Be16::of(0x0102) && Be64::of(1).stored != 1);
    KEEL_EXPECT(test, UnalignedBe32::of(5) == UnalignedBe32::of(5) && UnalignedLe64::of(9).get() == 9);
}

} // namespace

KEEL_SUITE(endian_suite, "core/endian", KEEL_CASE(numbers_lie_in_their_order),
           KEEL_CASE(bytes_that_are_not_there_make_nothing), KEEL_CASE(numbers_are_written_in_their_order));
