// SPDX-License-Identifier: GPL-2.0
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

Result<void> collect(Vec<Span<u8>>& views, Span<u8> packet) // expect-error: [keel-borrow-out-param]
{
    return views.push(packet, GFP_KERNEL); // expect-error: [keel-borrow-escapes]
}
