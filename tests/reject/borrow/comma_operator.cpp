// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 in_one_expression(Vec<u32>& queue)
{
    const u32& head = queue[0];
    return queue.clear(), head; // expect-error: [keel-exclusive]
}
