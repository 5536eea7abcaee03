// SPDX-License-Identifier: GPL-2.0
// Nor has an Array.
// rustc: E0508
#include <keel/alloc/box.hpp>
#include <keel/core/array.hpp>
using namespace keel;
void drop(Box<int>);
void caller(Array<Box<int>, 2> array)
{
    drop(move(array[0])); // expect-error: cannot move one element out of many: the rest would have a hole [keel-move-from-borrow]
}
