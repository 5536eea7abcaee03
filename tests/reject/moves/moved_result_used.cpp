// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet { Vec<u8> bytes; };
usize consume(Result<Packet> packet);
bool twice(Result<Packet> packet)
{
    const usize n = consume(move(packet));
    return packet.ok() && n != 0; // expect-error: [keel-use-after-move]
}
