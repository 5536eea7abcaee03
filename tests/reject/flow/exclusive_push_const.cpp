// SPDX-License-Identifier: GPL-2.0
// A const reference protects nothing: the elements move all the same.
// rustc: E0502
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Result<void> caller(Vec<int>& v)
{
    const int& first = v[0];
    TRY(v.push(1, GFP_KERNEL)); // expect-error: 'v' is changed while 'first' borrows from it [keel-exclusive]
    use(first);
    return {};
}
