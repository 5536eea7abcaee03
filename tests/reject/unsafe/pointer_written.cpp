// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

void set(u32* slot)
{
    *slot = 1; // expect-error: [keel-unsafe-op]
}
