// SPDX-License-Identifier: GPL-2.0
#include <keel/alloc/box.hpp>
#include <keel/core/array.hpp>
#include <keel/core/parse.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

template <class T> bool gives(Str text, T value, unsigned base = 0)
{
    Result<T> parsed = parse<T>(text, base);
    return parsed.ok() && parsed.take() == value;
}
template <class T> bool fails(Str text, Error why)
{
    Result<T> parsed = parse<T>(text);
    return !parsed.ok() && parsed.error() == why;
}

void numbers_in_every_base(Test& test)
{
    KEEL_EXPECT(test, gives<u32>("0", 0) && gives<u32>("42", 42) && gives<u32>("+42", 42) && gives<u32>("42\n", 42));
    KEEL_EXPECT(test, gives<u32>("0x2A", 42) && gives<u32>("0X2a\n", 42) && gives<u32>("052", 42));
    KEEL_EXPECT(test, gives<u32>("00000000000000000000000000000000000000000000000052", 42));
    KEEL_EXPECT(test, gives<u32>("ff", 255, 16) && gives<u32>("0xff", 255, 16) && gives<u32>("077", 77, 10));
    KEEL_EXPECT(test, gives<u32>("101", 5, 2) && !parse<u32>("102", 2).ok() && !parse<u32>("8", 8).ok());
    KEEL_EXPECT(test, gives<i32>("-42", -42) && gives<i32>("-0x2a", -42) && gives<i32>("-0", 0));
    // Text is read up to its first NUL, as C reads it.
    KEEL_EXPECT(test, gives<u32>(Str("42\0junk"), 42) && gives<u32>(Str("421").slice(0, 2), 42));
}

void limits_of_the_types(Test& test)
{
    KEEL_EXPECT(test, gives<u8>("255", 255) && fails<u8>("256", ERANGE) && fails<u8>("-1", EINVAL));
    KEEL_EXPECT(test, gives<i8>("-128", -128) && gives<i8>("127", 127));
    KEEL_EXPECT(test, fails<i8>("-129", ERANGE) && fails<i8>("128", ERANGE));
    KEEL_EXPECT(test, gives<u16>("65535", 65535) && fails<u16>("65536", ERANGE));
    KEEL_EXPECT(test, gives<i16>("-32768", -32768) && fails<i16>("32768", ERANGE));
    KEEL_EXPECT(test, gives<u32>("4294967295", 0xffffffff) && fails<u32>("4294967296", ERANGE));
    KEEL_EXPECT(test, gives<i32>("-2147483648", -0x7fffffff - 1) && fails<i32>("2147483648", ERANGE));
    KEEL_EXPECT(test, gives<u64>("18446744073709551615", ~u64 {0}) && fails<u64>("18446744073709551616", ERANGE));
    KEEL_EXPECT(test, gives<u64>("0xffffffffffffffff", ~u64 {0}) && fails<u64>("0x10000000000000000", ERANGE));
    KEEL_EXPECT(test,
                gives<i64>("9223372036854775807", 0x7fffffffffffffff) && fails<i64>("9223372036854775808", ERANGE));
    KEEL_EXPECT(test, gives<i64>("-9223372036854775808", -0x7fffffffffffffff - 1));
    KEEL_EXPECT(test, fails<i64>("-9223372036854775809", ERANGE));
    // What overflows is out of range, whatever comes after it; what does not is no number when something does.
    KEEL_EXPECT(test, fails<u32>("99999999999999999999999x", ERANGE) && fails<u32>("99999999999x", EINVAL));
}

void what_is_no_number(Test& test)
{
    KEEL_EXPECT(test, fails<u32>("", EINVAL) && fails<u32>("\n", EINVAL) && fails<u32>("+", EINVAL));
    KEEL_EXPECT(test, fails<i32>("-", EINVAL) && fails<i32>("+-1", EINVAL) && fails<i32>("-+1", EINVAL));
    KEEL_EXPECT(test, fails<u32>("1 ", EINVAL) && fails<u32>(" 1", EINVAL) && fails<u32>("1\n\n", EINVAL));
    KEEL_EXPECT(test, fails<u32>("0x", EINVAL) && fails<u32>("0xg", EINVAL) && fails<u32>("08", EINVAL));
    KEEL_EXPECT(test, fails<u32>("1k", EINVAL) && fails<u32>("one", EINVAL));
}

void yes_and_no(Test& test)
{
    const Array<Str, 6> yeses = {"1", "y", "Y\n", "yes", "on", "oN"};
    for (Str yes : yeses) {
        Result<bool> parsed = parse<bool>(yes);
        KEEL_EXPECT(test, parsed.ok() && parsed.take());
    }
    const Array<Str, 6> noes = {"0", "n\n", "N", "no", "off", "oF"};
    for (Str no : noes) {
        Result<bool> parsed = parse<bool>(no);
        KEEL_EXPECT(test, parsed.ok() && !parsed.take());
    }
    const Array<Str, 6> neithers = {"", "\n", "2", "o", "ox", "maybe"};
    for (Str neither : neithers)
        KEEL_EXPECT(test, !parse<bool>(neither).ok());
}

enum class Speed : u8 { Slow, Fast = 7 };
using Speeds = Choices<Choice<"slow", Speed::Slow>, Choice<"fast", Speed::Fast>>;

void names_of_values(Test& test)
{
    Result<Speed> fast = Speeds::parse("fast\n");
    KEEL_EXPECT(test, fast.ok() && fast.take() == Speed::Fast);
    Result<Speed> slow = Speeds::parse("slow");
    KEEL_EXPECT(test, slow.ok() && slow.take() == Speed::Slow);
    const Array<Str, 6> others = {"", "\n", "fas", "fastt", "fast\n\n", "FAST"};
    for (Str other : others) {
        Result<Speed> parsed = Speeds::parse(other);
        KEEL_EXPECT(test, !parsed.ok() && parsed.error() == EINVAL);
    }
    KEEL_EXPECT(test, Speeds::name(Speed::Fast) == CStr("fast") && Speeds::name(Speed::Slow) == CStr("slow"));
}

void kinds_read_and_print(Test& test)
{
    if (auto memory = Box<Array<char, TextPage::capacity>>::create(GFP_KERNEL); memory.ok()) {
        auto box = memory.take();
        UNSAFE("the box is as large as a page, and used by this alone")
        {
            TextPage page((*box).span().data());
            Speeds::print(Speed::Slow, page);
            Number<i16>::print(-7, page);
            Number<bool>::print(true, page);
            KEEL_EXPECT(test, Str((*box).first(page.len())) == Str("slow\n-7\ntrue\n"));
        }
    }
    Result<i16> number = Number<i16>::parse("-7\n");
    KEEL_EXPECT(test, number.ok() && number.take() == -7);
    Result<i16> large = Number<i16>::parse("40000");
    KEEL_EXPECT(test, !large.ok() && large.error() == ERANGE);
}

} // namespace

KEEL_SUITE(parse_suite, "core/parse", KEEL_CASE(numbers_in_every_base), KEEL_CASE(limits_of_the_types),
           KEEL_CASE(what_is_no_number), KEEL_CASE(yes_and_no), KEEL_CASE(names_of_values),
           KEEL_CASE(kinds_read_and_print));
