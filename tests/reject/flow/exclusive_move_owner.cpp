// SPDX-License-Identifier: GPL-2.0
// Moving a Box away ends borrows of what is in it.
// rustc: E0505
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void drop(Box<int>);
void caller(Box<int> box)
{
    int& n = *box;
    drop(move(box)); // expect-error: 'box' is moved while 'n' borrows from it [keel-exclusive]
    use(n);
}
