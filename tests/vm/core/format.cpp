// SPDX-License-Identifier: GPL-2.0
#include <keel/core/array.hpp>
#include <keel/core/format.hpp>
#include <keel/test/suite.hpp>

using namespace keel;
using test::Test;

namespace {

/// The printk format that `pattern` becomes for Args.
template <format::Literal pattern, class... Args> consteval Str compiled()
{
    return Str(format::Compiled<"", pattern, Args...>::exact.text);
}

/// Whether the kernel's own printf makes `expected` of `pattern` and `args`.
template <format::Literal pattern, class... Args> bool prints_as(Str expected, const Args&... args)
{
    Array<char, 128> out {};
    return format::into<pattern>(out, args...) == expected;
}

void formats_are_made_at_compile_time(Test& test)
{
    static_assert(compiled<"{} {}", int, unsigned long>() == Str("%d %lu"));
    static_assert(compiled<"{:#x} {:08x}", u64, u16>() == Str("%#llx %08x"));
    static_assert(compiled<"100% {{}} {}", bool>() == Str("100%% {} %s"));
    static_assert(compiled<"{} {} {}", Str, CStr, Error>() == Str("%.*s %s %pe"));
    // A pointer is hashed by %p, so that no address leaks (unless the kernel was booted to show them).
    static_assert(compiled<"{} {:5}|{:-5}|", const void*, int, int>() == Str("%p %5d|%-5d|"));
    KEEL_EXPECT(test, true);
}

void values_are_printed(Test& test)
{
    KEEL_EXPECT(test, prints_as<"{} {} {}">("-1 4294967295 true", -1, ~0u, true));
    KEEL_EXPECT(
        test, prints_as<"{} {}">("18446744073709551615 -9223372036854775808", ~u64 {0}, i64 {-0x7fffffffffffffff - 1}));
    KEEL_EXPECT(test, prints_as<"{:#x} {:X} {:o} {:04}">("0xff FF 17 0007", 255, 255u, u8 {15}, i8 {7}));
    KEEL_EXPECT(test, prints_as<"{}{}">("xy", 'x', Str("yz").slice(0, 1)));
    KEEL_EXPECT(test, prints_as<"{} and {}">("one and two", Str("one"), CStr("two")));
    KEEL_EXPECT(test, prints_as<"{}{}{}">("a1b", Str("a"), 1, Str("b")));
    KEEL_EXPECT(test, prints_as<"50% of {{}}">("50% of {}"));
}

void text_that_does_not_fit_is_cut(Test& test)
{
    Array<char, 5> out {};
    KEEL_EXPECT(test, format::into<"{}">(out, 123456) == Str("1234") && out[4] == 0);
}

void errors_are_printed_by_name(Test& test) { KEEL_EXPECT(test, prints_as<"{}">("-ENOMEM", ENOMEM)); }

} // namespace

KEEL_SUITE(format_suite, "core/format", KEEL_CASE(formats_are_made_at_compile_time), KEEL_CASE(values_are_printed),
           KEEL_CASE(text_that_does_not_fit_is_cut), KEEL_CASE(errors_are_printed_by_name));
