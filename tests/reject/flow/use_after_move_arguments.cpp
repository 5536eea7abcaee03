// SPDX-License-Identifier: GPL-2.0
// Twice in one call.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void both(Box<int>, Box<int>);
void caller(Box<int> box)
{
    both(move(box), move(box)); // expect-error: 'box' is used after it was moved [keel-use-after-move]
}
