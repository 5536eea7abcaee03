// SPDX-License-Identifier: GPL-2.0
// An Option of an owner moves, too.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

usize consume(Option<Vec<u8>> text);
usize twice(Option<Vec<u8>> text)
{
    return consume(move(text)) + consume(move(text)); // expect-error: [keel-use-after-move]
}
