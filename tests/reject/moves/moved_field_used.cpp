// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    Box<u32> head;
    Box<u32> body;
};
void consume(Box<u32> part);
u32 split(Packet packet)
{
    consume(move(packet.head));
    return *packet.head; // expect-error: [keel-use-after-move]
}
