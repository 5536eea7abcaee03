// SPDX-License-Identifier: GPL-2.0
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

void split(Span<u8> packet, Span<u8>& header) // expect-error: [keel-borrow-out-param]
{
    header = packet.first(4); // expect-error: [keel-borrow-escapes]
}
