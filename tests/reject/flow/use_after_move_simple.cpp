// SPDX-License-Identifier: GPL-2.0
// The Box is empty after the move.
// rustc: E0382
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
void caller(Box<int> box)
{
    Box<int> other = move(box);
    use(*box); // expect-error: 'box' is used after it was moved [keel-use-after-move]
}
