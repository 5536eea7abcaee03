// SPDX-License-Identifier: GPL-2.0
// Module parameters: set when the module is loaded, and through /sys/module/NAME/parameters where asked.
// C header: include/linux/moduleparam.h
#pragma once

#include <bindings/core.hpp>
#include <keel/core/format.hpp>

namespace keel::module {

namespace detail {

/// The kernel's parser and printer for a type, and what modinfo calls it.
struct ParamType {
    const bindings::kernel_param_ops* ops;
    const char* name;
};

template <class T> consteval ParamType param_type()
{
    if constexpr (SameAs<T, bool>)
        return {&bindings::param_ops_bool, "bool"};
    else if constexpr (SameAs<T, u8>)
        return {&bindings::param_ops_byte, "byte"};
    else if constexpr (SameAs<T, i16>)
        return {&bindings::param_ops_short, "short"};
    else if constexpr (SameAs<T, u16>)
        return {&bindings::param_ops_ushort, "ushort"};
    else if constexpr (SameAs<T, i32>)
        return {&bindings::param_ops_int, "int"};
    else if constexpr (SameAs<T, u32>)
        return {&bindings::param_ops_uint, "uint"};
    else if constexpr (__is_integral(T) && sizeof(T) == sizeof(long) && __is_signed(T))
        return {&bindings::param_ops_long, "long"};
    else
        return {&bindings::param_ops_ulong, "ulong"};
}

/// What a Param can be: a bool or an integer that the kernel can parse. (For text there is StringParam.)
template <class T>
concept BoolOrInteger = SameAs<T, bool> || (Integer<T> && !SameAs<T, char> && !SameAs<T, signed char>);

/// "key=name:text" for .modinfo.
template <format::Literal key, format::Literal name, format::Literal text> struct ParamInfo {
    char line[sizeof(key.text) + sizeof(name.text) + sizeof(text.text)] = {};

    static consteval char* append(char* at, const char* part)
    {
        while (*part)
            *at++ = *part++;
        return at;
    }
    consteval ParamInfo()
    {
        char* at = append(line, key.text);
        at = append(append(at, "="), name.text);
        append(append(at, ":"), text.text);
    }
};

/// As with chmod: no write for others, nothing executable.
consteval bool is_param_mode(unsigned mode) { return (mode & ~0666u) == 0 && (mode & 0002u) == 0; }

/// The name of a type as a literal, which modinfo strings are built from.
template <class T> struct TypeName {
    static constexpr const char* name = param_type<T>().name;
    static consteval usize length()
    {
        usize n = 0;
        while (name[n])
            n++;
        return n;
    }
    struct Text {
        char text[length() + 1] = {};
        consteval Text()
        {
            for (usize i = 0; i < length(); i++)
                text[i] = name[i];
        }
    };
    static constexpr format::Literal<length() + 1> literal {Text {}.text};
};

} // namespace detail

/// Parameter `name`, `initial` until it is set; a static member of the module's class.
///
/// `mode` is that of /sys/module/MODULE/parameters/NAME, as with C's module_param: 0 (not there), 0444, 0644.
///
///     static inline module::Param<"limit", 4096u, "bytes kept for each file", 0644> limit;
///     ... limit.get() ...
template <format::Literal name, auto initial, format::Literal description, unsigned mode = 0>
    requires detail::BoolOrInteger<decltype(initial)>
class Param {
    using T = Unqualified<decltype(initial)>;
    static_assert(detail::is_param_mode(mode), "the mode of a parameter is as in C: 0, 0444, 0644, ...");

public:
    constexpr Param() { keep_entry(); }

    /// The value now. Where `mode` lets it be written, it can change between two calls.
    ///
    /// # Context
    /// Any.
    T get() const
    {
        UNSAFE("read at once and whole, as READ_ONCE does: the kernel writes it with one store")
        {
            return *const_cast<const volatile T*>(&value_);
        }
    }

private:
    /// Uses the section entries, so that they are instantiated and therefore kept.
    static constexpr void keep_entry()
    {
        (void)&entry_;
        (void)&type_;
        (void)&description_;
    }

    static inline constinit T value_ = initial;
    [[gnu::used, gnu::section("__param"),
      gnu::aligned(sizeof(void*))]] static inline constinit const bindings::kernel_param entry_ {
        .name = name.text,
        .mod = &bindings::__this_module,
        .ops = detail::param_type<T>().ops,
        .perm = static_cast<u16>(mode),
        .level = -1,
        .flags = 0,
        .arg = &value_,
    };
    [[gnu::used, gnu::section(".modinfo"),
      gnu::aligned(
          1)]] static inline constinit const detail::ParamInfo<"parmtype", name, detail::TypeName<T>::literal> type_ {};
    [[gnu::used, gnu::section(".modinfo"),
      gnu::aligned(1)]] static inline constinit const detail::ParamInfo<"parm", name, description> description_ {};
};

/// A text parameter of up to `capacity - 1` characters. Longer text is refused when it is set.
template <format::Literal name, format::Literal initial, usize capacity, format::Literal description, unsigned mode = 0>
class StringParam {
    static_assert(sizeof(initial.text) <= capacity, "the initial text fits the capacity");
    static_assert(detail::is_param_mode(mode), "the mode of a parameter is as in C: 0, 0444, 0644, ...");

public:
    constexpr StringParam() { keep_entry(); }

    /// Copies the text into `into` and returns how many characters it has; what does not fit is cut, and so is the line
    /// end that `echo` writes.
    ///
    /// # Context
    /// Process; may sleep (waits while the text is being set).
    usize copy_to(Span<char> into) const
    {
        UNSAFE("__this_module is the module this code is in") { bindings::kernel_param_lock(&bindings::__this_module); }
        usize n = 0;
        while (n < into.len() && n < capacity && text_[n] != '\0') {
            into[n] = text_[n];
            n++;
        }
        if (n > 0 && into[n - 1] == '\n')
            n--;
        UNSAFE("locked above, by this very thread") { bindings::kernel_param_unlock(&bindings::__this_module); }
        return n;
    }

private:
    static constexpr void keep_entry()
    {
        (void)&entry_;
        (void)&type_;
        (void)&description_;
    }
    struct Text {
        char text[capacity] = {};
        consteval Text()
        {
            for (usize i = 0; i < sizeof(initial.text); i++)
                text[i] = initial.text[i];
        }
    };

    static inline constinit Text storage_ {};
    static inline constinit char (&text_)[capacity] = storage_.text;
    static inline constinit const bindings::kparam_string string_ {.maxlen = capacity, .string = storage_.text};
    [[gnu::used, gnu::section("__param"),
      gnu::aligned(sizeof(void*))]] static inline constinit const bindings::kernel_param entry_ {
        .name = name.text,
        .mod = &bindings::__this_module,
        .ops = &bindings::param_ops_string,
        .perm = static_cast<u16>(mode),
        .level = -1,
        .flags = 0,
        .str = &string_,
    };
    [[gnu::used, gnu::section(".modinfo"),
      gnu::aligned(
          1)]] static inline constinit const detail::ParamInfo<"parmtype", name, format::Literal {"string"}> type_ {};
    [[gnu::used, gnu::section(".modinfo"),
      gnu::aligned(1)]] static inline constinit const detail::ParamInfo<"parm", name, description> description_ {};
};

} // namespace keel::module
