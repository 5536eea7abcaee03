// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    Vec<u8> head;
    Vec<u8> body;
};
u8 split(Packet packet)
{
    const u8& first = packet.body[0];
    Vec<u8> body = move(packet.body); // expect-error: [keel-exclusive]
    body.clear();
    return first;
}
