// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

Span<const u8> payload(Span<const u8> packet, usize header) // expect-error: [keel-return-unbound]
{
    return packet.from(header); // expect-error: [keel-return-unbound]
}
