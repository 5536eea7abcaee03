// SPDX-License-Identifier: GPL-2.0
// A closure borrows what it captures by reference, until its last call.
// rustc: E0506
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void caller(Box<int> box, Box<int> other)
{
    auto look = [&] { use(*box); };
    box = move(other); // expect-error: 'box' is assigned to while 'look' borrows from it [keel-exclusive]
    look();
}
