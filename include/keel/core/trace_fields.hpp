// SPDX-License-Identifier: GPL-2.0
// The fields of a trace event: their names, where they are in a record, and how they are shown.
#pragma once

#include <bindings/core.hpp>
#include <keel/core/format.hpp>

namespace keel::trace {

/// A field of text: what fits of it, and a NUL.
template <usize N> struct Text {
    static_assert(N > 1, "room for a character and the NUL");
    char bytes[N] = {};

    Text(Str text)
    {
        for (usize i = 0; i < min(text.len(), N - 1); i++)
            bytes[i] = text.data()[i];
    }
    Text(CStr text) : Text(text.as_str()) {}
};

namespace detail {

template <class T, T... values> struct Sequence {};

/// How the kernel describes a field's type, and how it is printed.
template <class T> struct Kind;

template <Integer T> struct Kind<T> {
    static constexpr const char* types[2][4] = {{"u8", "u16", "u32", "u64"}, {"s8", "s16", "s32", "s64"}};
    static constexpr bool is_signed = static_cast<T>(-1) < static_cast<T>(0);
    static constexpr const char* type = types[is_signed][__builtin_ctz(sizeof(T))];
    static constexpr usize align = alignof(T);
    static constexpr int filter = bindings::FILTER_OTHER;
    static constexpr int length = 0;
    using Shown = T;
    static Shown shown(const u8* at) { return *reinterpret_cast<const T*>(at); }
};

template <> struct Kind<bool> {
    static constexpr const char* type = "bool";
    static constexpr bool is_signed = false;
    static constexpr usize align = 1;
    static constexpr int filter = bindings::FILTER_OTHER;
    static constexpr int length = 0;
    using Shown = u8;
    static Shown shown(const u8* at) { return *at; }
};

template <usize N> struct Kind<Text<N>> {
    struct Name {
        char text[24] = {};
        consteval Name()
        {
            usize used = 0, digits = 1;
            for (const char* part = "char["; *part; part++)
                text[used++] = *part;
            while (N / digits >= 10)
                digits *= 10;
            for (; digits; digits /= 10)
                text[used++] = static_cast<char>('0' + N / digits % 10);
            text[used] = ']';
        }
    };
    static constexpr Name name {};
    static constexpr const char* type = name.text;
    static constexpr bool is_signed = false;
    static constexpr usize align = 1;
    static constexpr int filter = bindings::FILTER_STATIC_STRING;
    static constexpr int length = N; // of the array
    using Shown = CStr;
    static Shown shown(const u8* at)
    {
        UNSAFE("a Text ends in a NUL") { return CStr::from_raw(reinterpret_cast<const char*>(at)); }
    }
};

/// Whether `c` may be in the name of a field.
consteval bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Where the fields of an event with this pattern are.
template <format::Literal pattern, class... Fields> struct Layout {
    static constexpr usize count = sizeof...(Fields);
    static constexpr usize header = sizeof(bindings::trace_entry);

    /// The names of the fields: words before a "={", each with its NUL.
    struct Names {
        char text[sizeof(pattern.text) + count] = {};
        usize start[count + 1] = {};
        const char* problem = nullptr;

        consteval Names()
        {
            usize used = 0, found = 0;
            for (usize i = 0; pattern.text[i]; i++) {
                const char c = pattern.text[i];
                if (c == '"' || c == '\\' || c == '\n' || (c == '{' && pattern.text[i + 1] == '{'))
                    problem = "quotes, backslashes, ends of lines and braces cannot be in the text";
                if (c != '{')
                    continue;
                usize begin = i ? i - 1 : 0;
                while (begin > 0 && is_word(pattern.text[begin - 1]))
                    begin--;
                if (i < 2 || pattern.text[i - 1] != '=' || begin == i - 1 || found == count) {
                    problem = "a field has no name";
                    return;
                }
                start[found++] = used;
                for (usize at = begin; at < i - 1; at++)
                    text[used++] = pattern.text[at];
                text[used++] = '\0';
            }
        }
    };
    static constexpr Names names {};

    /// Byte offsets in a record, which starts with the kernel's header, and where the last field ends.
    struct Offsets {
        usize at[count + 1] = {};
        consteval Offsets()
        {
            usize next = header, i = 0;
            ((at[i] = (next + Kind<Fields>::align - 1) / Kind<Fields>::align * Kind<Fields>::align,
              next = at[i++] + sizeof(Fields)),
             ...);
            at[count] = next;
        }
        constexpr usize operator[](usize i) const { return at[i]; }
    };
    static constexpr Offsets offsets {};
    static constexpr usize size = offsets[count] - header;

    using Compiled = format::Compiled<"", pattern, typename Kind<Fields>::Shown...>;

    /// What tools read: the format, and the fields that it takes.
    struct PrintFormat {
        char text[Compiled::made.out.len + sizeof(Names::text) + count * 8 + 8] = {};
        usize used = 0;

        consteval void put(const char* part)
        {
            while (*part)
                text[used++] = *part++;
        }
        consteval PrintFormat()
        {
            put("\"");
            put(Compiled::exact.text);
            put("\"");
            for (usize i = 0; i < count; i++) {
                put(", REC->");
                put(names.text + names.start[i]);
            }
        }
    };
    static inline constinit PrintFormat print_format {};

    template <class Indices> struct Described;
    template <usize... i> struct Described<Sequence<usize, i...>> {
        static inline constinit bindings::trace_event_fields fields[] = {
            {.type = Kind<Fields>::type,
             .name = names.text + names.start[i],
             .size = static_cast<int>(sizeof(Fields)),
             .align = static_cast<int>(Kind<Fields>::align),
             .is_signed = Kind<Fields>::is_signed,
             .filter_type = Kind<Fields>::filter,
             .len = Kind<Fields>::length}...,
            {},
        };
        /// Calls `sink(format, values...)` with the values of a record.
        template <class Sink> static void apply(const u8* record, Sink sink)
        {
            format::apply<"", pattern>(sink, Kind<Fields>::shown(record + offsets[i])...);
        }
    };
    using All = Described<__make_integer_seq<Sequence, usize, count>>;
    static constexpr auto* fields = All::fields;
    template <class Sink> static void apply(const u8* record, Sink sink) { All::apply(record, sink); }
};

} // namespace detail
} // namespace keel::trace
