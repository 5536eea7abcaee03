// SPDX-License-Identifier: GPL-2.0
// The end of the road for a program that broke its own rules.
#include <bindings/core.hpp>
#include <keel/core/trap.hpp>

namespace keel::detail {

void trap_at(const char* what, const char* file, int line)
{
    bindings::_printk("\0010keel: %s at %s:%d\n", what, file, line);
    __builtin_trap();
}

} // namespace keel::detail
