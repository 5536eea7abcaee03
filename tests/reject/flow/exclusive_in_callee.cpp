// SPDX-License-Identifier: GPL-2.0
// A function that takes a Vec by reference may change it.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void grow(Vec<int>& v);
void caller(Vec<int>& v)
{
    int& first = v[0];
    grow(v); // expect-error: 'v' is changed while 'first' borrows from it [keel-exclusive]
    use(first);
}
