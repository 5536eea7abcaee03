// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

Result<Span<u32>> table()
{
    Vec<u32> made;
    TRY(made.resize(4, 0u, GFP_KERNEL));
    return made.span(); // expect-error: [keel-dangling]
}
