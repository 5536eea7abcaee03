// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Queue { Vec<u32> entries; };
void consume(Queue queue);
Result<void> refill(Queue queue)
{
    consume(move(queue));
    return queue.entries.push(1u, GFP_KERNEL); // expect-error: [keel-use-after-move]
}
