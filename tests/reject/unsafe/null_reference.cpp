// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 nothing()
{
    u32* none_there = nullptr;
    u32& value = *none_there; // expect-error: [keel-unsafe-op]
    return value;
}
