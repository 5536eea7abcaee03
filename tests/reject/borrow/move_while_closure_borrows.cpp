// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u32> queue);
usize late_call(Vec<u32> queue)
{
    auto len = [&] { return queue.len(); };
    consume(move(queue)); // expect-error: [keel-exclusive]
    return len();
}
