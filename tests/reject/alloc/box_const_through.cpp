// SPDX-License-Identifier: GPL-2.0
// A const Box gives a const object.
#include <keel/alloc/box.hpp>
using namespace keel;
void caller(const Box<int>& box) { *box = 1; } // expect-error: cannot assign
