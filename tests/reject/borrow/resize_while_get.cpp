// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

Result<void> set_with_room(Vec<u32>& table, usize at)
{
    Option<u32&> entry = table.get(at);
    TRY(table.resize(at + 1, 0u, GFP_KERNEL)); // expect-error: [keel-exclusive]
    if (entry.is_some())
        entry.value() = 1;
    return {};
}
