// SPDX-License-Identifier: GPL-2.0
// A parameter, given away twice.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void sink(Box<int>);
void caller(Box<int> box)
{
    sink(move(box));
    sink(move(box)); // expect-error: 'box' is used after it was moved [keel-use-after-move]
}
