// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

void consume(Box<u32> value);
u32 through(Box<u32> value)
{
    auto run = [&] {
        consume(move(value)); // expect-error: [keel-move-from-borrow]
    };
    run();
    return *value;
}
