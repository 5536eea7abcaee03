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

/// Prints if the message is switched on; costs what C's does when it is not: an instruction that does nothing.
template <const Place& place, format::Literal prefix, format::Literal text, class... Args>
KEEL_ANY_CONTEXT KEEL_INLINE void emit_debug(const Args&... args)
{
    using Record = DebugRecord<place, prefix, text, Args...>;
    if (!Record::enabled()) [[likely]]
        return;
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
