// SPDX-License-Identifier: GPL-2.0
// Another name for the same Vec.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void caller(Vec<int>& v)
{
    Vec<int>& same = v;
    int& first = v[0];
    same.clear(); // expect-error: is changed while 'first' borrows from it [keel-exclusive]
    use(first);
}
