// SPDX-License-Identifier: GPL-2.0
// rustc: E0507
#include <keel/prelude.hpp>

using namespace keel;

Result<void> drain(Vec<Box<u32>>& from, Vec<Box<u32>>& to)
{
    for (Box<u32>& slot : from)
        TRY(to.push(move(slot), GFP_KERNEL)); // expect-error: [keel-move-from-borrow]
    return {};
}
