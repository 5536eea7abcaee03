// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

bool inner()
{
    const u32* seen = nullptr;
    {
        const u32 value = 3;
        seen = &value; // expect-error: [keel-dangling]
    }
    return seen != nullptr;
}
