// SPDX-License-Identifier: GPL-2.0
// Two closures that change the same.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void caller(Vec<int>& v)
{
    auto a = [&] { v.clear(); };
    auto b = [&] { v.truncate(1); }; // expect-error: 'v' is borrowed to be changed while 'a' borrows from it [keel-exclusive]
    a();
    b();
}
