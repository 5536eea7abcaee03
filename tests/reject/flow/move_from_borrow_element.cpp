// SPDX-License-Identifier: GPL-2.0
// A Vec has no element that is missing.
// rustc: E0507
#include <keel/alloc/box.hpp>
#include <keel/alloc/vec.hpp>
using namespace keel;
void drop(Box<int>);
void caller(Vec<Box<int>>& v)
{
    drop(move(v[0])); // expect-error: cannot move one element out of many: the rest would have a hole [keel-move-from-borrow]
}
