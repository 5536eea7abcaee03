// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

void drop_all_on_zero(Vec<u32>& queue)
{
    for (const u32& entry : queue)
        if (entry == 0)
            queue.clear(); // expect-error: [keel-exclusive]
}
