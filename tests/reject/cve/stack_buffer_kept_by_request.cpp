// SPDX-License-Identifier: GPL-2.0
// A request on a list keeps the caller's stack buffer.
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

void collect(Vec<Span<const u8>>& pending, u32 kind)
{
    u8 header[4] = {static_cast<u8>(kind)};
    if (!pending.push(header, GFP_KERNEL).ok()) // expect-error: [keel-borrow-escapes]
        return;
}
