// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet { Vec<u8> bytes; };
Packet wrap(Vec<u8> bytes)
{
    Packet packet {.bytes = move(bytes)};
    pr_info("first byte {}\n", bytes[0]); // expect-error: [keel-use-after-move]
    return packet;
}
