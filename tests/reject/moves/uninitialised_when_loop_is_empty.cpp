// SPDX-License-Identifier: GPL-2.0
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

u32 last(Span<const u32> samples)
{
    u32 seen; // expect-error: [keel-uninit]
    for (u32 sample : samples)
        seen = sample;
    return seen; // expect-error: may be uninitialized
}
