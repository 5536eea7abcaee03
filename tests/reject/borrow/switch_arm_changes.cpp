// SPDX-License-Identifier: GPL-2.0
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

enum class Command { Keep, Flush };
u32 run(Vec<u32>& queue, Command command)
{
    const u32& head = queue[0];
    switch (command) {
    case Command::Keep:
        break;
    case Command::Flush:
        queue.clear(); // expect-error: [keel-exclusive]
        break;
    }
    return head;
}
