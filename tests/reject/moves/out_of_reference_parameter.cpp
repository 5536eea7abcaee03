// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u32> queue);
void steal(Vec<u32>& queue)
{
    consume(move(queue)); // expect-error: [keel-move-from-borrow]
}
