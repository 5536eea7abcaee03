// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u8* pointer(u64 raw)
{
    return __builtin_bit_cast(u8*, raw); // expect-error: [keel-unsafe-op]
}
