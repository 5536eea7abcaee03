// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

usize consume(Option<Box<u32>> value);
bool twice(Option<Box<u32>> value)
{
    const usize n = consume(move(value));
    return value.is_some() && n != 0; // expect-error: [keel-use-after-move]
}
