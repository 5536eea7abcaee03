// SPDX-License-Identifier: GPL-2.0
// The kernel log: pr_info and its sisters.
// C header: include/linux/printk.h
#pragma once

#include <bindings/core.hpp>
#include <keel/core/dynamic_debug.hpp>
#include <keel/core/format.hpp>
#include <keel/core/ratelimit.hpp>

namespace keel::print {

/// What pr_info and its sisters expand to: one call of _printk with a format made at compile time.
template <format::Literal prefix, format::Literal text, class... Args>
KEEL_ANY_CONTEXT KEEL_INLINE void emit(const Args&... args)
{
    format::apply<prefix, text>(
        [](const char* compiled, const auto&... raws) __attribute__((always_inline)) {
            KEEL_FORMAT_IS_DERIVED_BEGIN
            UNSAFE("the format was derived from the types of these very arguments")
            {
                bindings::_printk(compiled, raws...);
            }
            KEEL_FORMAT_IS_DERIVED_END
        },
        args...);
}

} // namespace keel::print

// Macros, and named as in C: the level, the module's name and the text become one literal, as they do in C.
//
// # Context
// Any, hard interrupts included.
//
//     pr_info("{} bytes at offset {:#x}\n", len, pos);
//
// {} prints integers, bool, char, text (Str, CStr, literals), Error (by name) and pointers (hashed); {:x}, {:#x},
// {:08x} and {:o} are for integers. A wrong format or type is a compile error.
#define KEEL_PRINT(level, text, ...) ::keel::print::emit<"\001" level KBUILD_MODNAME ": ", text>(__VA_ARGS__)

/// The system is unusable.
#define pr_emerg(text, ...) KEEL_PRINT("0", text, ##__VA_ARGS__)
/// Action must be taken at once.
#define pr_alert(text, ...) KEEL_PRINT("1", text, ##__VA_ARGS__)
/// Critical conditions.
#define pr_crit(text, ...) KEEL_PRINT("2", text, ##__VA_ARGS__)
/// Errors.
#define pr_err(text, ...) KEEL_PRINT("3", text, ##__VA_ARGS__)
/// Warnings.
#define pr_warn(text, ...) KEEL_PRINT("4", text, ##__VA_ARGS__)
/// Normal but significant conditions.
#define pr_notice(text, ...) KEEL_PRINT("5", text, ##__VA_ARGS__)
/// Information.
#define pr_info(text, ...) KEEL_PRINT("6", text, ##__VA_ARGS__)
/// Goes on with a line that the last message left unfinished.
#define pr_cont(text, ...) ::keel::print::emit<"\001c", text>(__VA_ARGS__)

/// Debugging: switched on through dynamic_debug/control or the module's parameter `dyndbg`, and from the start where
/// DEBUG is defined. In a kernel without dynamic debug: compiled in where DEBUG is defined, otherwise checked and
/// dropped.
#if KEEL_HAS_FUNC___dynamic_pr_debug
#define pr_debug(text, ...)                                                                                            \
    KEEL_DEBUG((::keel::print::emit_debug<keel_record_, KBUILD_MODNAME ": ", text>(__VA_ARGS__)), KBUILD_MODNAME ": ", \
               text, ##__VA_ARGS__)
#elif defined DEBUG
#define pr_debug(text, ...) KEEL_PRINT("7", text, ##__VA_ARGS__)
#else
#define pr_debug(text, ...)                                                                                            \
    do {                                                                                                               \
        if (false)                                                                                                     \
            KEEL_PRINT("7", text, ##__VA_ARGS__);                                                                      \
    } while (false)
#endif

// Messages that must not fill the log. Each place in the source counts for itself: `pr_warn_once(...)` prints the first
// time it is reached, `pr_warn_ratelimited(...)` at most ten times in five seconds; the kernel notes how many were left
// out.
#define KEEL_ONCE(statement)                                                                                           \
    do {                                                                                                               \
        if (::keel::print::first_time([] {})) [[unlikely]]                                                             \
            statement;                                                                                                 \
    } while (false)
#define KEEL_RATELIMITED(statement)                                                                                    \
    do {                                                                                                               \
        if (::keel::print::within_rate([] {}, __func__))                                                               \
            statement;                                                                                                 \
    } while (false)

#define pr_err_once(text, ...) KEEL_ONCE(pr_err(text, ##__VA_ARGS__))
#define pr_warn_once(text, ...) KEEL_ONCE(pr_warn(text, ##__VA_ARGS__))
#define pr_notice_once(text, ...) KEEL_ONCE(pr_notice(text, ##__VA_ARGS__))
#define pr_info_once(text, ...) KEEL_ONCE(pr_info(text, ##__VA_ARGS__))
#define pr_err_ratelimited(text, ...) KEEL_RATELIMITED(pr_err(text, ##__VA_ARGS__))
#define pr_warn_ratelimited(text, ...) KEEL_RATELIMITED(pr_warn(text, ##__VA_ARGS__))
#define pr_notice_ratelimited(text, ...) KEEL_RATELIMITED(pr_notice(text, ##__VA_ARGS__))
#define pr_info_ratelimited(text, ...) KEEL_RATELIMITED(pr_info(text, ##__VA_ARGS__))
