// SPDX-License-Identifier: GPL-2.0
// Templates are checked as they are used.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
template <class V> void refill(V& v)
{
    auto& first = v[0];
    v.clear(); // expect-error: 'v' is changed while 'first' borrows from it [keel-exclusive]
    use(first);
}
void caller(Vec<int>& v) { refill(v); }
