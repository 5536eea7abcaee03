// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

Span<u32> table()
{
    Vec<u32> made;
    return made.span(); // expect-error: [keel-dangling]
}
