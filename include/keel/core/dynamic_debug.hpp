// SPDX-License-Identifier: GPL-2.0
// Messages for debugging that are switched on while the system runs, each by its place in the source.
// C header: include/linux/dynamic_debug.h; Documentation/admin-guide/dynamic-debug-howto.rst
#pragma once

#include <bindings/core.hpp>
#include <keel/core/format.hpp>

namespace keel::print {

/// Where a message is written: what dynamic_debug/control shows of it.
struct Place {
    const char* function;
    const char* file;
    unsigned line;
};

#if KEEL_HAS_FUNC___dynamic_pr_debug

/// The kernel's record of one message of the module; the kernel finds all of them in their section.
template <const Place& place, format::Literal prefix, format::Literal text, class... Args> struct DebugRecord {
    [[gnu::section("__dyndbg")]] static inline constinit bindings::_ddebug value {
        .modname = KBUILD_MODNAME,
        .function = place.function,
        .filename = place.file,
        .format = format::Compiled<prefix, text, __decay(Args)...>::exact.text,
        .lineno = place.line & 0x3ffff,
        .class_id = bindings::_DPRINTK_CLASS_DFLT,
#ifdef DEBUG
        .flags = bindings::_DPRINTK_FLAGS_PRINT,
#else
        .flags = 0,
#endif
        .key = {},
    };

    KEEL_INLINE static bool enabled()
    {
        UNSAFE("it lives as long as the module") { return bindings::ddebug_enabled(&value); }
    }
};

/// Not defined: its type is the record of a message with these arguments, which are not evaluated.
template <const Place& place, format::Literal prefix, format::Literal text, class... Args>
DebugRecord<place, prefix, text, Args...> record_of(const Args&...);

/// Prints a message that is switched on.
template <class Record, format::Literal prefix, format::Literal text, class... Args>
KEEL_ANY_CONTEXT KEEL_INLINE void emit_debug(const Args&... args)
{
    format::apply<prefix, text>(
        [](const char* compiled, const auto&... raws) __attribute__((always_inline)) {
            KEEL_FORMAT_IS_DERIVED_BEGIN
            UNSAFE("the format was derived from the types of these very arguments")
            {
                bindings::__dynamic_pr_debug(&Record::value, compiled, raws...);
            }
            KEEL_FORMAT_IS_DERIVED_END
        },
        args...);
}

#endif

} // namespace keel::print

// Runs `emit` if the message `text`, with the arguments that follow, is switched on. When it is not, that costs what
// C's does, an instruction that does nothing, and the arguments are not evaluated. `emit` calls its record
// keel_record_.
#define KEEL_DEBUG(emit, prefix, text, ...)                                                                            \
    do {                                                                                                               \
        static constexpr ::keel::print::Place keel_place_ {__func__, __FILE__, __LINE__};                              \
        using keel_record_ = decltype(::keel::print::record_of<keel_place_, prefix, text>(__VA_ARGS__));               \
        if (keel_record_::enabled()) [[unlikely]]                                                                      \
            emit;                                                                                                      \
    } while (false)
