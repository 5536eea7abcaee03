// SPDX-License-Identifier: GPL-2.0
// So may one that is called through a pointer.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void grow(Vec<int>& v);
void caller(Vec<int>& v, bool quietly)
{
    void (*change)(Vec<int>&) = quietly ? nullptr : grow;
    int& first = v[0];
    change(v); // expect-error: 'v' is changed while 'first' borrows from it [keel-exclusive]
    use(first);
}
