// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/prelude.hpp>

using namespace keel;

Option<const u32&> found(u32 wanted)
{
    Array<u32, 4> known {1, 2, 3, 4};
    for (const u32& entry : known)
        if (entry == wanted)
            return entry; // expect-error: [keel-dangling]
    return none;
}
