// SPDX-License-Identifier: GPL-2.0
#include <keel/core/bits.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

static_assert(fls(0u) == 0 && fls(1u) == 1 && fls(0x8000'0000u) == 32 && fls(~u64 {0}) == 64 && fls(u8 {0x40}) == 7);
static_assert(ilog2(1u) == 0 && ilog2(1023u) == 9 && ilog2(1024u) == 10);

void bits_have_positions(Test& test)
{
    for (u32 bit = 0; bit < 64; bit++) {
        const u64 one = u64 {1} << bit;
        KEEL_EXPECT(test, fls(one) == bit + 1 && ffs(one) == bit + 1 && ilog2(one) == bit && hweight(one) == 1);
        KEEL_EXPECT(test, fls(one | 1) == bit + 1 && ffs(one | u64 {1} << 63) == bit + 1);
        KEEL_EXPECT(test, hweight(one - 1) == bit);
    }
    KEEL_EXPECT(test, ffs(u8 {0}) == 0 && ffs(u16 {0x8000}) == 16 && hweight(u8 {0xff}) == 8 && hweight(~0u) == 32);
}

void powers_of_two_are_found(Test& test)
{
    KEEL_EXPECT(test, !is_power_of_2(0u) && is_power_of_2(1u) && is_power_of_2(u64 {1} << 63) && !is_power_of_2(6u));
    KEEL_EXPECT(test, roundup_pow_of_two(0u).value() == 1 && roundup_pow_of_two(1u).value() == 1);
    KEEL_EXPECT(test, roundup_pow_of_two(5u).value() == 8 && roundup_pow_of_two(8u).value() == 8);
    KEEL_EXPECT(test, roundup_pow_of_two(u8 {128}).value() == 128 && roundup_pow_of_two(u8 {129}).is_none());
    KEEL_EXPECT(test, roundup_pow_of_two(~u64 {0}).is_none() && roundup_pow_of_two(0x8000'0001u).is_none());
}

void numbers_are_rounded(Test& test)
{
    KEEL_EXPECT(test, align_down(4097u, 4096u) == 4096 && align_up(4097u, 4096u).value() == 8192);
    KEEL_EXPECT(test, align_up(0u, 8u).value() == 0 && align_up(8u, 8u).value() == 8 && align_up(1u, 1u).value() == 1);
    KEEL_EXPECT(test, align_up(~0u, 2u).is_none() && align_up(u8 {250}, u8 {16}).is_none());
    KEEL_EXPECT(test, is_aligned(64u, 16u) && !is_aligned(65u, 16u) && align_down(~usize {0}, usize {4}) % 4 == 0);
    KEEL_EXPECT(test, div_round_up(10u, 3u) == 4 && div_round_up(9u, 3u) == 3 && div_round_up(~0u, 2u) == 0x8000'0000);
    KEEL_EXPECT(test, roundup(10u, 3u).value() == 12 && roundup(~0u, 2u).is_none() && roundup(0u, 7u).value() == 0);
}

} // namespace

KEEL_SUITE(bits_suite, "core/bits", KEEL_CASE(bits_have_positions), KEEL_CASE(powers_of_two_are_found),
           KEEL_CASE(numbers_are_rounded));
