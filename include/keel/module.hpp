// SPDX-License-Identifier: GPL-2.0
// A module is a value: built in place on load, destroyed on unload.
// C headers: include/linux/module.h, include/linux/init.h
#pragma once

#include <bindings/core.hpp>
#include <keel/core/init.hpp>
#include <keel/core/print.hpp>
#include <keel/module_param.hpp>

namespace keel::module {

/// What a module says of itself; shown by modinfo.
struct Info {
    /// One of the kernel's licence names: "GPL", "GPL v2", "Dual MIT/GPL", ...
    const char* license = nullptr;
    /// One line: what the module is for.
    const char* description = nullptr;
    /// "Name <address>".
    const char* author = nullptr;
    /// Another name that modprobe finds the module by.
    const char* alias = nullptr;
    const char* version = nullptr;
};

namespace detail {

/// The .modinfo section of `info()`: "key=value" strings, each with its NUL.
template <auto info> struct Modinfo {
    static consteval usize length(const char* text)
    {
        usize n = 0;
        while (text[n])
            n++;
        return n;
    }
    static consteval usize entry(const char* key, const char* value)
    {
        return value ? length(key) + length(value) + 1 : 0;
    }
    static consteval usize total()
    {
        constexpr Info i = info();
        static_assert(i.license != nullptr,
                      "KEEL_MODULE needs .license: without one the kernel withholds its functions");
        static_assert(i.description != nullptr, "KEEL_MODULE needs .description");
        return entry("license=", i.license) + entry("description=", i.description) + entry("author=", i.author) +
               entry("alias=", i.alias) + entry("version=", i.version);
    }

    char text[total()] = {};
    usize used = 0;

    consteval void put(const char* part)
    {
        while (*part)
            text[used++] = *part++;
    }
    consteval void add(const char* key, const char* value)
    {
        if (!value)
            return;
        put(key);
        put(value);
        text[used++] = '\0';
    }
    consteval Modinfo()
    {
        constexpr Info i = info();
        add("license=", i.license);
        add("description=", i.description);
        add("author=", i.author);
        add("alias=", i.alias);
        add("version=", i.version);
    }
};

/// Just the text of a Modinfo, as the section wants it.
template <auto info> struct ModinfoText {
    char text[Modinfo<info>::total()] = {};
    consteval ModinfoText()
    {
        constexpr Modinfo<info> built;
        for (usize i = 0; i < built.used; i++)
            text[i] = built.text[i];
    }
};

/// Where the module's value lives.
template <class T> struct Storage {
    alignas(T) static inline constinit unsigned char bytes[sizeof(T)] {};
};

template <class T> KEEL_INLINE int load()
{
    Result<void> built = construct<T>(Storage<T>::bytes, [](Init<T>& init) -> T { return T::init(init); });
    return static_cast<int>(built.to_errno());
}

template <class T> KEEL_INLINE void unload()
{
    UNSAFE("load built it here, and the kernel unloads a module once")
    {
        // Once: what undoes a failed load is the same function.
        [[clang::noinline]] reinterpret_cast<T*>(Storage<T>::bytes)->~T();
    }
}

} // namespace detail
} // namespace keel::module

/// Makes T the module: the last line of a driver.
///
/// T has `static T init(Init<T>&)`, which builds the module when it is loaded; if a part fails, loading fails with its
/// errno. T's destructor is the unloading. The arguments are the members of module::Info.
///
///     KEEL_MODULE(Echo, .license = "GPL", .description = "Gives back what is written to it")
///
/// # Context
/// init and the destructor: process context, may sleep.
#define KEEL_MODULE(T, ...)                                                                                            \
    extern "C" [[gnu::section(".init.text"), gnu::cold]] int init_module()                                             \
    {                                                                                                                  \
        return ::keel::module::detail::load<T>();                                                                      \
    }                                                                                                                  \
    extern "C" [[gnu::section(".exit.text"), gnu::cold]] void cleanup_module()                                         \
    {                                                                                                                  \
        ::keel::module::detail::unload<T>();                                                                           \
    }                                                                                                                  \
    /* References, as module_init makes them, so that the entry points stay valid targets of indirect calls. */        \
    [[gnu::used, gnu::section(".init.data")]] static constinit int (*const volatile keel_init_)() = init_module;       \
    [[gnu::used, gnu::section(".exit.data")]] static constinit void (*const volatile keel_exit_)() = cleanup_module;   \
    [[gnu::used, gnu::section(".modinfo"),                                                                             \
      gnu::aligned(1)]] static constinit const ::keel::module::detail::ModinfoText<[] {                                \
        return ::keel::module::Info {__VA_ARGS__};                                                                     \
    }> keel_modinfo_ {};                                                                                               \
    static_assert(true)
