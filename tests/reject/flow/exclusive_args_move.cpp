// SPDX-License-Identifier: GPL-2.0
// What is moved into a call cannot be borrowed for it.
// rustc: E0505
#include <keel/alloc/box.hpp>
using namespace keel;
void both(const int& n, Box<int> box);
void caller(Box<int> box)
{
    both(*box, move(box)); // expect-error: 'box' is moved into this call while another operand of it borrows from it [keel-exclusive-args]
}
