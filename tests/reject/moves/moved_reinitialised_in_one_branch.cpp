// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u32> queue);
usize maybe(Vec<u32> queue, bool again)
{
    consume(move(queue));
    if (again)
        queue = Vec<u32>();
    return queue.len(); // expect-error: [keel-use-after-move]
}
