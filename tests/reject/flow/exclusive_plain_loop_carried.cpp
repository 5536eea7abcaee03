// SPDX-License-Identifier: GPL-2.0
// In the next round the reference that the last one left behind is still used.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

u32 rounds(Vec<u32>& all)
{
    u32 limit = 3;
    Option<const u32&> last = none;
    for (u32& one : all) {
        limit = one; // expect-error: [keel-exclusive]
        if (last.is_some() && last.value() == 7)
            return 1;
        last = limit;
    }
    return 0;
}
