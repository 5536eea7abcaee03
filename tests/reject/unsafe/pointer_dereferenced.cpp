// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 first(const u32* values)
{
    return *values; // expect-error: [keel-unsafe-op]
}
