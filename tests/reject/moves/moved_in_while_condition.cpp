// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

bool try_send(Box<u32> value);
void retry(Box<u32> value)
{
    while (!try_send(move(value))) { // expect-error: [keel-use-after-move]
    }
}
