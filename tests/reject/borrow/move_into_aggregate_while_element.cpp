// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Packet { Vec<u8> bytes; };
u8 wrap(Vec<u8> bytes)
{
    const u8& first = bytes[0];
    Packet packet {.bytes = move(bytes)}; // expect-error: [keel-exclusive]
    packet.bytes.clear();
    return first;
}
