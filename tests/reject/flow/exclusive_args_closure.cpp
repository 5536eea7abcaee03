// SPDX-License-Identifier: GPL-2.0
// A closure that changes what the callee goes through.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
template <class F> void each(Vec<int>& v, F f)
{
    for (int& n : v)
        f(n);
}
void caller(Vec<int>& v)
{
    each(v, [&](int) { v.clear(); }); // expect-error: is changed by this call while another operand of it borrows from it [keel-exclusive-args]
}
