// SPDX-License-Identifier: GPL-2.0
// And so does one over what is moved away.
// rustc: E0505
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void drop(Box<int>);
void caller(Box<int> box)
{
    auto look = [&] { use(*box); };
    drop(move(box)); // expect-error: 'box' is moved while 'look' borrows from it [keel-exclusive]
    look();
}
