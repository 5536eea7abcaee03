// SPDX-License-Identifier: GPL-2.0
// The error path has given the Box away, and the log line wants it.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

struct Packet { u32 id; };
Result<void> enqueue(Vec<Box<Packet>>& queue, Box<Packet> packet)
{
    Result<void> added = queue.push(move(packet), GFP_KERNEL);
    if (!added.ok())
        pr_err("packet {} lost\n", packet->id); // expect-error: [keel-use-after-move]
    return added;
}
