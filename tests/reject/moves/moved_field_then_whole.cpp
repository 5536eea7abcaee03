// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    Box<u32> head;
    Box<u32> body;
};
void consume(Box<u32> part);
void transmit(Packet packet);
void split(Packet packet)
{
    consume(move(packet.head));
    transmit(move(packet)); // expect-error: [keel-use-after-move]
}
