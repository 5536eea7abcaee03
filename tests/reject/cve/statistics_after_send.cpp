// SPDX-License-Identifier: GPL-2.0
// The length of a packet is read after the network got it.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet {
    Vec<u8> bytes;
};
Result<void> transmit(Packet packet);
Result<usize> send(Packet packet)
{
    TRY(transmit(move(packet)));
    return packet.bytes.len(); // expect-error: [keel-use-after-move]
}
