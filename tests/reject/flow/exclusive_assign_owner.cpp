// SPDX-License-Identifier: GPL-2.0
// Assigning to a Box frees what was in it.
// rustc: E0506
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void caller(Box<int> box, Box<int> other)
{
    int& n = *box;
    box = move(other); // expect-error: 'box' is assigned to while 'n' borrows from it [keel-exclusive]
    use(n);
}
