// SPDX-License-Identifier: GPL-2.0
// Moved in the round before.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void drop(Box<int>);
void caller(Box<int> box)
{
    for (int i = 0; i < 3; i++)
        drop(move(box)); // expect-error: 'box' is used after it was moved [keel-use-after-move]
}
