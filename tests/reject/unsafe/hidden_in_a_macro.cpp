// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

#define REG(base) (*(base))
u32 status(u32* base)
{
    return REG(base); // expect-error: [keel-unsafe-op]
}
