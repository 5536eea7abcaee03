// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

u32 remember(Span<u32> samples)
{
    static constinit Span<u32> last; // expect-error: [keel-borrow-global]
    last = samples; // expect-error: [keel-borrow-escapes]
    return last[0];
}
