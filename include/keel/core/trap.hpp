// SPDX-License-Identifier: GPL-2.0
// What happens when a program breaks its own rules: one message, then an oops in the task that did it.
#pragma once

#include <keel/core/types.hpp>

namespace keel {

namespace detail {

/// Prints what went wrong and where, then executes an invalid instruction. Defined in src/trap.cpp.
KEEL_ANY_CONTEXT [[noreturn, gnu::cold, gnu::noinline]] void trap_at(const char* what, const char* file, int line);

} // namespace detail

/// Stops the current task because the program is wrong: an index out of bounds, the value of an absent Option.
///
/// The kernel reports an oops and kills the task; other tasks go on. What can fail in a correct program returns an
/// Error instead.
///
/// # Context
/// Any.
KEEL_ANY_CONTEXT [[noreturn]] KEEL_INLINE void trap(const char* what, const char* file = __builtin_FILE(),
                                                    int line = __builtin_LINE())
{
    detail::trap_at(what, file, line);
}

} // namespace keel
