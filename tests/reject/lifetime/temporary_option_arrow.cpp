// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

Option<Box<u32>> find(u32 key);
u32 used_after(u32 key)
{
    const u32& found = *find(key).value(); // expect-error: temporary
    return found;
}
