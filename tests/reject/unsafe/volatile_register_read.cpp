// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 status(volatile u32* registers)
{
    return *registers; // expect-error: [keel-unsafe-op]
}
