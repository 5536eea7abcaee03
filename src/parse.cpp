// SPDX-License-Identifier: GPL-2.0
// Reads numbers as lib/kstrtox.c does, from text that has a length instead of a NUL.
#include <keel/core/parse.hpp>

namespace keel::detail {

namespace {

/// The character at `index`; past the end a NUL, which ends numbers.
char at(Str text, usize index) { return index < text.len() ? text.data()[index] : '\0'; }

/// What `c` is worth as a digit; 16 and more: none of any base.
unsigned digit(char c)
{
    if (c >= '0' && c <= '9')
        return static_cast<unsigned>(c - '0');
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'f')
        return static_cast<unsigned>(lower - 'a') + 10;
    return 16;
}

/// The number without a sign that starts at `from`.
Result<u64> parse_digits(Str text, usize from, unsigned base)
{
    const bool has_prefix = at(text, from) == '0' && (at(text, from + 1) | 0x20) == 'x';
    if (base == 0)
        base = at(text, from) != '0' ? 10 : has_prefix && digit(at(text, from + 2)) < 16 ? 16 : 8;
    if (base == 16 && has_prefix)
        from += 2;
    u64 value = 0;
    bool overflow = false;
    usize end = from;
    for (unsigned d; (d = digit(at(text, end))) < base; end++) {
        overflow |= __builtin_mul_overflow(value, u64 {base}, &value);
        overflow |= __builtin_add_overflow(value, u64 {d}, &value);
    }
    if (overflow)
        return ERANGE;
    if (end == from || (at(text, end) == '\n' ? at(text, end + 1) : at(text, end)) != '\0')
        return EINVAL;
    return value;
}

} // namespace

Result<u64> parse_unsigned(Str text, unsigned base) { return parse_digits(text, at(text, 0) == '+' ? 1 : 0, base); }

Result<i64> parse_signed(Str text, unsigned base)
{
    if (at(text, 0) != '-') {
        const u64 value = TRY(parse_unsigned(text, base));
        if (value >> 63 != 0)
            return ERANGE;
        return static_cast<i64>(value);
    }
    const u64 value = TRY(parse_digits(text, 1, base));
    if (value > u64 {1} << 63)
        return ERANGE;
    return static_cast<i64>(0 - value);
}

Result<bool> parse_bool(Str text)
{
    const char start[] = {at(text, 0), at(text, 1), '\0'};
    bool value;
    UNSAFE("a string of two characters, which is all that it looks at")
    {
        TRY(Result<void>::from_errno(bindings::kstrtobool(start, &value)));
    }
    return value;
}

} // namespace keel::detail
