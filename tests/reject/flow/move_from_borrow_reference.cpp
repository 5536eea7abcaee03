// SPDX-License-Identifier: GPL-2.0
// The caller still has it.
// rustc: E0507
#include <keel/alloc/box.hpp>
using namespace keel;
void drop(Box<int>);
void caller(Box<int>& box)
{
    drop(move(box)); // expect-error: cannot move out of what is only borrowed [keel-move-from-borrow]
}
