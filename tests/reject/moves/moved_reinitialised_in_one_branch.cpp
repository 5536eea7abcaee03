// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u32> queue);
u32 maybe(Vec<u32> queue, bool again)
{
    consume(move(queue));
    if (again)
        queue = Vec<u32>();
    return queue[0]; // expect-error: [keel-use-after-move]
}
