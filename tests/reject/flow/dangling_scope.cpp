// SPDX-License-Identifier: GPL-2.0
// A Span that outlives the Vec.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void caller()
{
    Span<int> all;
    {
        Vec<int> v;
        all = v.span(); // expect-error: 'v' does not live long enough: 'all' borrows from it here [keel-dangling]
    }
    use(all[0]);
}
