// SPDX-License-Identifier: GPL-2.0
// Two closures that change the same.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void caller(Vec<int>& v)
{
    auto a = [&] { v.clear(); };
    auto b = [&] { v.truncate(1); };
    a(); // expect-error: 'v' is changed while 'b' borrows from it [keel-exclusive]
    b();
}
