// SPDX-License-Identifier: GPL-2.0
// A reference to an element, kept over a push that may move the elements.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Result<void> caller(Vec<int>& v)
{
    int& first = v[0];
    TRY(v.push(1, GFP_KERNEL)); // expect-error: 'v' is changed while 'first' borrows from it [keel-exclusive]
    use(first);
    return {};
}
