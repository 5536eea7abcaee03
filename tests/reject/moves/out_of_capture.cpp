// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

void consume(Box<u32> value);
void run_twice(Box<u32> value)
{
    auto run = [v = move(value)]() mutable {
        consume(move(v)); // expect-error: [keel-move-from-borrow]
    };
    run();
    run();
}
