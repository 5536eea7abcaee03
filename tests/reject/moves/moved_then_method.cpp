// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Queue {
    Vec<u32> entries;
    usize len() const { return entries.len(); }
};
void consume(Queue queue);
usize count(Queue queue)
{
    consume(move(queue));
    return queue.len(); // expect-error: [keel-use-after-move]
}
