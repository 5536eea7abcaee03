// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Packet { Vec<u8> bytes; };
void transmit(Box<Packet> packet);
u8 transmit_and_look(Box<Packet> packet)
{
    const Vec<u8>& bytes = packet->bytes;
    transmit(move(packet)); // expect-error: [keel-exclusive]
    return bytes[0];
}
