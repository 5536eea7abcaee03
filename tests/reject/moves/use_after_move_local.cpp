// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet { u32 len; };
void transmit(Box<Packet> packet);
u32 send(Box<Packet> packet)
{
    transmit(move(packet));
    return packet->len; // expect-error: [keel-use-after-move]
}
