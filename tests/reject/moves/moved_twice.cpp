// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet { u32 len; };
void transmit(Box<Packet> packet);
void send_twice(Box<Packet> packet)
{
    transmit(move(packet));
    transmit(move(packet)); // expect-error: [keel-use-after-move]
}
