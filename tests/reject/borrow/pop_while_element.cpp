// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 last_two(Vec<u32>& stack)
{
    const u32& top = stack[stack.len() - 1];
    const u32 next = stack.pop().value_or(0u); // expect-error: [keel-exclusive]
    return top + next;
}
