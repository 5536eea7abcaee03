// SPDX-License-Identifier: GPL-2.0
// An assignment is a statement, too.
// rustc: E0716
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Vec<int> make();
void caller(Vec<int>& v)
{
    Span<int> all = v.span();
    all = make().span(); // expect-error: 'all' borrows from a temporary that ends with this statement [keel-dangling]
    use(all[0]);
}
