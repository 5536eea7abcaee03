// SPDX-License-Identifier: GPL-2.0
// A Span over elements that are destroyed.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void caller(Vec<int>& v)
{
    Span<int> all = v.span();
    v.clear(); // expect-error: 'v' is changed while 'all' borrows from it [keel-exclusive]
    use(all[0]);
}
