// SPDX-License-Identifier: GPL-2.0
// Growing moves the elements, so a reference to one of them does not survive a push.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> first_after_growing(Vec<u32>& samples)
{
    const u32& first = samples[0];
    TRY(samples.push(7u, GFP_KERNEL)); // expect-error: [keel-exclusive]
    return first;
}
