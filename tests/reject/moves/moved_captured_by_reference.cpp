// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void consume(Box<u32> value);
u32 through_closure(Box<u32> value)
{
    auto look = [&] { return *value; };
    const u32 before = look();
    consume(move(value));
    auto again = [&] { return *value; }; // expect-error: [keel-use-after-move]
    return before + again();
}
