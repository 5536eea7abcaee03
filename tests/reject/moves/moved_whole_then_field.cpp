// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    Box<u32> head;
    Box<u32> body;
};
void transmit(Packet packet);
u32 split(Packet packet)
{
    transmit(move(packet));
    return *packet.body; // expect-error: [keel-use-after-move]
}
