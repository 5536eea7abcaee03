// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

Box<u32> current(Option<Box<u32>>& slot)
{
    return move(slot.value()); // expect-error: [keel-move-from-borrow]
}
