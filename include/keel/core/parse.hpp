// SPDX-License-Identifier: GPL-2.0
// Numbers and names from text that user space wrote.
// C headers: include/linux/kstrtox.h, include/linux/sysfs.h (sysfs_match_string)
#pragma once

#include <keel/core/result.hpp>
#include <keel/core/str.hpp>
#include <keel/core/text_page.hpp>

namespace keel {

namespace detail {

// Out of line, once for all types; see src/parse.cpp.
KEEL_ANY_CONTEXT Result<u64> parse_unsigned(Str text, unsigned base);
KEEL_ANY_CONTEXT Result<i64> parse_signed(Str text, unsigned base);
KEEL_ANY_CONTEXT Result<bool> parse_bool(Str text);

} // namespace detail

/// What parse makes of text.
template <class T>
concept Parsed = SameAs<T, bool> || (Integer<T> && !SameAs<T, char>);

/// The number that `text` is, exactly as kstrtouint and its sisters read it: digits, perhaps a sign before them and one
/// line end after them, and nothing else; `base` 0 takes 0x for hexadecimal and 0 for octal. A bool is what kstrtobool
/// takes.
///
///     limit.store(TRY(parse<u32>(text)));
///
/// # Context
/// Any.
/// # Errors
/// EINVAL: `text` is no number. ERANGE: it is one that a T cannot hold.
template <Parsed T>
KEEL_ANY_CONTEXT Result<T> parse(Str text, unsigned base = 0)
    requires(!SameAs<T, bool>)
{
    auto wide = [&] {
        if constexpr (__is_signed(T))
            return detail::parse_signed(text, base);
        else
            return detail::parse_unsigned(text, base);
    }();
    if (!wide.ok())
        return wide.error();
    const auto value = wide.take();
    if (value != static_cast<T>(value))
        return ERANGE;
    return static_cast<T>(value);
}
template <SameAs<bool> T> KEEL_ANY_CONTEXT Result<T> parse(Str text) { return detail::parse_bool(text); }

/// A value and its name, for Choices.
template <format::Literal name_, auto value_> struct Choice {
    static constexpr const auto& name = name_.text;
    static constexpr auto value = value_;
};

/// The names of the values of an enumeration.
///
///     using Speeds = Choices<Choice<"slow", Speed::Slow>, Choice<"fast", Speed::Fast>>;
///     Speed wanted = TRY(Speeds::parse(text));
template <class First, class... Rest> struct Choices {
    using Value = Unqualified<decltype(First::value)>;
    static_assert((SameAs<Value, Unqualified<decltype(Rest::value)>> && ...), "all choices are values of one type");

    /// The value whose name `text` is; one line end after it is no part of it.
    ///
    /// # Context
    /// Any.
    /// # Errors
    /// EINVAL: no value has that name.
    KEEL_ANY_CONTEXT static Result<Value> parse(Str text)
    {
        if (!text.is_empty() && text[text.len() - 1] == '\n')
            return named(text.slice(0, text.len() - 1));
        return named(text);
    }

    /// The name of `value`. Traps if it has none.
    KEEL_ANY_CONTEXT static CStr name(Value value)
    {
        if (value == First::value)
            return CStr(First::name);
        if constexpr (sizeof...(Rest) > 0)
            return Choices<Rest...>::name(value);
        else
            trap("a value that is none of the choices");
    }

    /// Writes the name, as a line.
    KEEL_ANY_CONTEXT static void print(const Value& value, TextPage& page) { page.emit<"{}\n">(name(value)); }

    /// What modinfo says the type is.
    static constexpr auto type_name = format::Literal {"string"};

    /// The value whose name `text` is.
    ///
    /// # Errors
    /// EINVAL: no value has that name.
    KEEL_ANY_CONTEXT static Result<Value> named(Str text)
    {
        if (text == Str(First::name))
            return First::value;
        if constexpr (sizeof...(Rest) > 0)
            return Choices<Rest...>::named(text);
        else
            return EINVAL;
    }
};

/// As Choices, for a number or a bool: how a module parameter of its own kind reads and shows one.
template <Parsed T> struct Number {
    using Value = T;

    /// # Errors
    /// As parse.
    KEEL_ANY_CONTEXT static Result<T> parse(Str text) { return ::keel::parse<T>(text); }

    /// Writes the number, as a line.
    KEEL_ANY_CONTEXT static void print(const T& value, TextPage& page) { page.emit<"{}\n">(value); }
};

} // namespace keel
