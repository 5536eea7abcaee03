// SPDX-License-Identifier: GPL-2.0
// A reference to one of two: both are borrowed.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void caller(Vec<int>& a, Vec<int>& b, bool which)
{
    Vec<int>& one = which ? a : b;
    int& first = one[0];
    a.clear(); // expect-error: 'a' is changed while 'first' borrows from it [keel-exclusive]
    use(first);
}
