// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

enum class Command { Keep, Send };
void consume(Vec<u32> queue);
u32 run(Vec<u32> queue, Command command)
{
    switch (command) {
    case Command::Send:
        consume(move(queue));
        break;
    case Command::Keep:
        break;
    }
    return queue[0]; // expect-error: [keel-use-after-move]
}
