// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 third(const u32* values)
{
    return values[3]; // expect-error: [keel-unsafe-op]
}
