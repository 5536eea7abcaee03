// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32* make()
{
    return new u32(1); // expect-error: [keel-unsafe-op]
}
