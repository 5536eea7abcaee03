// SPDX-License-Identifier: GPL-2.0
// Moved in a condition, used in both branches.
// rustc: E0382
#include <keel/prelude.hpp>

using namespace keel;

bool is_good(Box<u32> box);
u32 condition(Box<u32> box)
{
    if (is_good(move(box)))
        return *box; // expect-error: [keel-use-after-move]
    return 0;
}
