// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32* find(u32 key);
u32 twice(u32 key, u32 value = *find(0)) // expect-error: [keel-unsafe-op]
{
    return key + value;
}
u32 call() { return twice(1); }
