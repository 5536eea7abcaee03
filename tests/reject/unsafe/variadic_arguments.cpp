// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 first(u32 n, ...)
{
    __builtin_va_list arguments {};
    __builtin_va_start(arguments, n); // expect-error: [keel-unsafe-op]
    const u32 value = __builtin_va_arg(arguments, u32); // expect-error: [keel-unsafe-op]
    __builtin_va_end(arguments); // expect-error: [keel-unsafe-op]
    return value;
}
