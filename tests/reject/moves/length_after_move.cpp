// SPDX-License-Identifier: GPL-2.0
// The message says 0 of what has just been sent.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

void transmit(Vec<u8> packet);
void send(Vec<u8> packet)
{
    transmit(move(packet));
    pr_info("{} bytes sent\n", packet.len()); // expect-error: [keel-use-after-move]
}
