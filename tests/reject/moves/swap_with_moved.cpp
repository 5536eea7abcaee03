// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Vec<u32> queue);
void exchange(Vec<u32> active, Vec<u32>& spare)
{
    consume(move(active));
    swap(active, spare); // expect-error: [keel-use-after-move]
}
