// SPDX-License-Identifier: GPL-2.0
// Both in one expression.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void caller(Vec<int>& v)
{
    int& first = v[0];
    int n = (v.clear(), first); // expect-error: 'v' is changed while 'first' borrows from it [keel-exclusive]
    use(n);
}
