// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    Vec<u8> head;
    Vec<u8> body;
};
void transmit(Packet packet);
u8 send(Packet packet)
{
    const u8& first = packet.body[0];
    transmit(move(packet)); // expect-error: [keel-exclusive]
    return first;
}
