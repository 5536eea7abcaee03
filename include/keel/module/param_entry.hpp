// SPDX-License-Identifier: GPL-2.0
// What every kind of module parameter leaves in the module: its entry for the kernel, its type and text for modinfo.
// C header: include/linux/moduleparam.h
#pragma once

#include <bindings/module.hpp>
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

/// The entries of a parameter whose value, or a description of it, is at `arg`.
template <format::Literal name, format::Literal type, format::Literal description,
          const bindings::kernel_param_ops* ops, auto* arg, unsigned mode>
struct ParamEntry {
    static_assert(is_param_mode(mode), "the mode of a parameter is as in C: 0, 0444, 0644, ...");

    /// Uses the section entries, so that they are instantiated and therefore kept.
    static constexpr void keep()
    {
        (void)&entry_;
        (void)&type_;
        (void)&description_;
    }

private:
    [[gnu::used, gnu::section("__param"),
      gnu::aligned(sizeof(void*))]] static inline constinit const bindings::kernel_param entry_ {
        .name = name.text,
        .mod = &bindings::__this_module,
        .ops = ops,
        .perm = static_cast<u16>(mode),
        .level = -1,
        .flags = 0,
        .arg = const_cast<void*>(static_cast<const void*>(arg)),
    };
    [[gnu::used, gnu::section(".modinfo"),
      gnu::aligned(1)]] static inline constinit const ParamInfo<"parmtype", name, type> type_ {};
    [[gnu::used, gnu::section(".modinfo"),
      gnu::aligned(1)]] static inline constinit const ParamInfo<"parm", name, description> description_ {};
};

/// While one lives, no parameter of this module is set or shown.
class ParamLock {
public:
    KEEL_MAY_SLEEP ParamLock()
    {
        UNSAFE("__this_module is the module this code is in") { bindings::kernel_param_lock(&bindings::__this_module); }
    }
    ParamLock(const ParamLock&) = delete;
    ParamLock& operator=(const ParamLock&) = delete;
    KEEL_MAY_SLEEP ~ParamLock()
    {
        UNSAFE("locked by the constructor") { bindings::kernel_param_unlock(&bindings::__this_module); }
    }
};

} // namespace detail

} // namespace keel::module
