// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

Span<u32> table()
{
    Vec<u32> made;
    Span<u32> view = made.span();
    Span<u32> same = view;
    return same; // expect-error: [keel-dangling]
}
