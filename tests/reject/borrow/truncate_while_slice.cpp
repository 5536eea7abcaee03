// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u8 header_of(Vec<u8>& packet)
{
    Span<u8> header = packet.span().first(4);
    packet.truncate(0); // expect-error: [keel-exclusive]
    return header[0];
}
