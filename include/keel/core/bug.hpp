// SPDX-License-Identifier: GPL-2.0
// Warnings about the kernel's or the module's own state, with a trace of the calls that led there.
// C header: include/linux/bug.h
#pragma once

#include <bindings/core.hpp>
#include <keel/core/format.hpp>
#include <keel/core/ratelimit.hpp>

namespace keel::bug {

/// What the WARN macros do when their condition holds; `file` and `line` are constants.
KEEL_ANY_CONTEXT KEEL_INLINE void warn(const char* file, int line)
{
    UNSAFE("no condition: reports and goes on; both are constants where this is inlined")
    {
        bindings::warn_at(file, line);
    }
}
KEEL_ANY_CONTEXT KEEL_INLINE void warn_once(const char* file, int line)
{
    UNSAFE("no condition: reports and goes on; both are constants where this is inlined")
    {
        bindings::warn_once_at(file, line);
    }
}
template <format::Literal text, class... Args>
KEEL_ANY_CONTEXT KEEL_INLINE void warn_saying(const char* file, int line, const Args&... args)
{
    format::apply<"", text>(
        [](const char* compiled, const auto&... raws) __attribute__((always_inline)) {
            KEEL_FORMAT_IS_DERIVED_BEGIN
            UNSAFE("the format was derived from the types of these very arguments")
            {
                bindings::__warn_printk(compiled, raws...);
            }
            KEEL_FORMAT_IS_DERIVED_END
        },
        args...);
    UNSAFE("no condition: reports and goes on; both are constants where this is inlined")
    {
        bindings::warn_after_text_at(file, line);
    }
}

} // namespace keel::bug

// Macros, and named as in C: for what cannot happen unless the kernel or this module is wrong, and can be lived with.
// Each is the condition's value. Where it holds, the log gets a report as C's: file and line, registers, the calls that
// led there; the kernel is tainted by a warning, and one that was booted with panic_on_warn stops. What user space or a
// device can cause is an error value, and at most a pr_warn_ratelimited. Where going on would do harm, there is trap.
//
//     if (WARN_ON_ONCE(tail > head))
//         return EIO;
//     WARN_ONCE(users != 0, "{} users are left\n", users);
//
// While the condition does not hold it costs a test and a jump that is not taken.
//
// # Context
// Any, hard interrupts included.

/// Reports each time that `condition` holds.
#define WARN_ON(condition)                                                                                             \
    ({                                                                                                                 \
        const bool keel_warns_ = (condition);                                                                          \
        if (keel_warns_) [[unlikely]]                                                                                  \
            ::keel::bug::warn(__FILE__, __LINE__);                                                                     \
        keel_warns_;                                                                                                   \
    })

/// Reports the first time that `condition` holds here. The kernel keeps the note that it did, and
/// /sys/kernel/debug/clear_warn_once forgets it.
#define WARN_ON_ONCE(condition)                                                                                        \
    ({                                                                                                                 \
        const bool keel_warns_ = (condition);                                                                          \
        if (keel_warns_) [[unlikely]]                                                                                  \
            ::keel::bug::warn_once(__FILE__, __LINE__);                                                                \
        keel_warns_;                                                                                                   \
    })

/// As WARN_ON, with a text of one's own first, as of pr_info.
#define WARN(condition, text, ...)                                                                                     \
    ({                                                                                                                 \
        const bool keel_warns_ = (condition);                                                                          \
        if (keel_warns_) [[unlikely]]                                                                                  \
            ::keel::bug::warn_saying<text>(__FILE__, __LINE__, ##__VA_ARGS__);                                         \
        keel_warns_;                                                                                                   \
    })

/// As WARN, the first time that `condition` holds here.
#define WARN_ONCE(condition, text, ...)                                                                                \
    ({                                                                                                                 \
        const bool keel_warns_ = (condition);                                                                          \
        if (keel_warns_) [[unlikely]]                                                                                  \
            if (::keel::print::first_time([] {}))                                                                      \
                ::keel::bug::warn_saying<text>(__FILE__, __LINE__, ##__VA_ARGS__);                                     \
        keel_warns_;                                                                                                   \
    })
