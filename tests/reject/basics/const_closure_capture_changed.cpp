// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

u32 twice(u32 n)
{
    auto next = [n] { return ++n; }; // expect-error: cannot assign to a variable captured by copy
    return next() + next();
}
