// SPDX-License-Identifier: GPL-2.0
// Format strings with {} that are checked, and turned into the kernel's own format strings, at compile time.
// C documentation: Documentation/core-api/printk-formats.rst
#pragma once

#include <keel/core/error.hpp>
#include <keel/core/str.hpp>
#include <keel/core/unsafe.hpp>

// Around a call of a printf-like C function with a format that apply() made: clang asks for a literal in the call.
#define KEEL_FORMAT_IS_DERIVED_BEGIN                                                                                   \
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wformat-security\"")
#define KEEL_FORMAT_IS_DERIVED_END _Pragma("clang diagnostic pop")

namespace keel::format {

/// A string literal as a template argument.
template <usize N> struct Literal {
    char text[N];

    consteval Literal(const char (&literal)[N])
    {
        for (usize i = 0; i < N; i++)
            text[i] = literal[i];
    }
};
template <usize N> Literal(const char (&)[N]) -> Literal<N>;

/// The printk conversion of a type, less the flags and width that the {} gives: `{:#x}` of a u64 becomes "%#llx".
///
/// `length` is the C length modifier, `plain` the conversion of `{}` (null: the type cannot be printed), `hex` whether
/// `{:x}` and `{:o}` are allowed.
struct Conversion {
    const char* length;
    const char* plain;
    bool hex;
};

template <class T>
concept Text = SameAs<T, CStr> || SameAs<T, const char*> || SameAs<T, char*>;

template <class T> consteval Conversion conversion_of()
{
    if constexpr (SameAs<T, bool> || Text<T>)
        return {"", "s", false};
    else if constexpr (SameAs<T, Str>)
        return {"", ".*s", false};
    else if constexpr (SameAs<T, char>)
        return {"", "c", false};
    else if constexpr (SameAs<T, Error>)
        return {"", "pe", false}; // the name: -ENOMEM
    else if constexpr (__is_pointer(T))
        return {"", "p", false}; // hashed: an address must not leak
    else if constexpr (Integer<T>)
        return {sizeof(T) < sizeof(long)                      ? ""
                : SameAs<T, long> || SameAs<T, unsigned long> ? "l"
                                                              : "ll",
                __is_signed(T) ? "d" : "u", true};
    else
        return {"", nullptr, false};
}

/// How much longer than its {} a conversion can be.
inline constexpr usize max_growth = 6;

/// Text built at compile time.
template <usize N> struct Buffer {
    char text[N] = {};
    usize len = 0;

    consteval void put(char c) { text[len++] = c; }
    consteval void put(const char* s)
    {
        while (*s)
            put(*s++);
    }
};

/// A format on its way from `{}` to printk: one pass that writes the result and finds what is wrong with it.
template <usize N> struct Translation {
    Buffer<N> out;
    const char* problem = nullptr;

    /// Reads one {...} at `at` and writes its conversion; returns where the format goes on.
    consteval const char* convert(const char* at, Conversion conversion)
    {
        const char* type = conversion.plain;
        if (!type) {
            problem = "this type cannot be printed: print its members, or a number or text made of it";
            return at;
        }
        out.put('%');
        if (*at == ':') {
            at++;
            while (*at == '#' || *at == '-' || (*at >= '0' && *at <= '9'))
                out.put(*at++);
            if (*at == 'x' || *at == 'X' || *at == 'o') {
                if (!conversion.hex)
                    problem = "only an integer can be printed as {:x}, {:X} or {:o}";
                type = *at == 'x' ? "x" : *at == 'X' ? "X" : "o";
                at++;
            }
        }
        if (*at != '}') {
            problem =
                "after { comes }, or : with a width and x, X or o: {}, {:#x}, {:08x}, {:-5}; a lone { is written {{";
            return at;
        }
        out.put(conversion.length);
        out.put(type);
        return at + 1;
    }

    /// Copies the character at `at`, or the one that a doubled brace stands for; returns where the format goes on.
    consteval const char* copy(const char* at)
    {
        if (*at == '}' && at[1] != '}')
            problem = "a lone } is written }}";
        if (*at == '%')
            out.put('%');
        out.put(*at);
        return at + (*at == '{' || *at == '}' ? 2 : 1);
    }
};

/// The printk format for `prefix` and then `pattern` with values of types Args.
template <Literal prefix, Literal pattern, class... Args> consteval auto translate()
{
    constexpr Conversion conversions[] = {conversion_of<Args>()..., {}};
    Translation<sizeof(prefix.text) + 2 * sizeof(pattern.text) + max_growth * sizeof...(Args)> made;
    made.out.put(prefix.text);
    usize used = 0;
    for (const char* at = pattern.text; *at && !made.problem;) {
        if (*at != '{' || at[1] == '{')
            at = made.copy(at);
        else if (used < sizeof...(Args))
            at = made.convert(at + 1, conversions[used++]);
        else
            made.problem = "there are more {} in the format than values";
    }
    if (!made.problem && used < sizeof...(Args))
        made.problem = "there are more values than {} in the format";
    return made;
}

/// A translated format, cut to its length.
template <Literal prefix, Literal pattern, class... Args> struct Compiled {
    static constexpr auto made = translate<prefix, pattern, Args...>();
    struct Exact {
        char text[made.out.len + 1] = {};
        consteval Exact()
        {
            for (usize i = 0; i < made.out.len; i++)
                text[i] = made.out.text[i];
        }
    };
    static constexpr Exact exact {};
};

/// A text that static_assert can show.
struct Message {
    const char* text;
    consteval const char* data() const { return text ? text : ""; }
    consteval usize size() const { return text ? __builtin_strlen(text) : 0; }
};

/// A value as it is passed to a C function with a variable number of arguments.
template <class T> KEEL_INLINE auto raw(const T& value)
{
    if constexpr (SameAs<T, bool>) {
        return value ? "true" : "false";
    } else if constexpr (SameAs<T, CStr>) {
        return value.as_ptr();
    } else if constexpr (SameAs<T, Error>) {
        UNSAFE("%pe prints an encoded errno and never follows it")
        {
            return reinterpret_cast<const void*>(static_cast<isize>(value.to_errno()));
        }
    } else {
        return value;
    }
}

/// Calls `sink` with the values from `first` on as C arguments: each is converted and moved to the back in turn.
template <usize todo, class Sink, class First, class... Rest>
KEEL_INLINE auto spread(Sink sink, const First& first, const Rest&... rest)
{
    if constexpr (todo == 0)
        return sink(first, rest...);
    else if constexpr (SameAs<First, Str>)
        return spread<todo - 1>(sink, rest..., static_cast<int>(first.len()), first.data());
    else
        return spread<todo - 1>(sink, rest..., raw(first));
}

/// Calls `sink(format, arguments...)` with the printk format of `prefix` and `pattern`, and the values as C arguments.
template <Literal prefix, Literal pattern, class Sink, class... Args>
KEEL_INLINE auto apply(Sink sink, const Args&... args)
{
    using Format = Compiled<prefix, pattern, __decay(Args)...>;
    _Pragma("clang diagnostic push") _Pragma("clang diagnostic ignored \"-Wc++26-extensions\"") static_assert(
        Format::made.problem == nullptr, Message {Format::made.problem});
    _Pragma("clang diagnostic pop") auto bound = [&](const auto&... raws) __attribute__((always_inline)) {
        return sink(Format::exact.text, raws...);
    };
    if constexpr (sizeof...(Args) == 0 || Format::made.problem != nullptr)
        return bound();
    else
        return spread<sizeof...(Args)>(bound, static_cast<__decay(Args)>(args)...);
}

/// Writes `args` as `pattern` says into `out`, cut to fit with its NUL; returns the text written.
///
///     Array<char, 32> line;
///     Str text = format::into<"{} bytes">(line, n);
///
/// # Context
/// Any.
template <Literal pattern, class... Args>
KEEL_ANY_CONTEXT Str into(Span<char> out KEEL_LIFETIME_BOUND, const Args&... args)
{
    const int n = apply<"", pattern>(
        [&out](const char* compiled, const auto&... raws) {
            KEEL_FORMAT_IS_DERIVED_BEGIN
            UNSAFE("out has out.len() bytes, and the format was derived from the types of these very arguments")
            {
                return bindings::scnprintf(out.data(), out.len(), compiled, raws...);
            }
            KEEL_FORMAT_IS_DERIVED_END
        },
        args...);
    return Str(out.first(static_cast<usize>(n)));
}

} // namespace keel::format
