// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/prelude.hpp>

using namespace keel;

struct Batch { Vec<u32> entries; };
Batch next();
u32 first()
{
    Span<u32> entries = next().entries; // expect-error: temporary
    return entries[0];
}
