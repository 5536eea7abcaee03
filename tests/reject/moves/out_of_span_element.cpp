// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

Box<u32> first(Span<Box<u32>> slots)
{
    return move(slots[0]); // expect-error: [keel-move-from-borrow]
}
