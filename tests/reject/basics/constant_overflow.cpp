// SPDX-License-Identifier: GPL-2.0
// rustc: E0080
#include <keel/prelude.hpp>

using namespace keel;

i32 limit()
{
    constexpr i32 n = 2147483647 + 1; // expect-error: must be initialized by a constant expression
    return n;
}
