// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 conditional(Vec<u32>& queue)
{
    Option<u32&> head;
    if (queue.len() > 8)
        head = queue.get(0);
    queue.clear(); // expect-error: [keel-exclusive]
    return head.is_some() ? head.value() : 0;
}
