// SPDX-License-Identifier: GPL-2.0
// The same object twice, to be changed.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void exchange(Vec<int>& a, Vec<int>& b);
void caller(Vec<int>& v)
{
    exchange(v, v); // expect-error: 'v' is changed by this call while another operand of it borrows from it [keel-exclusive-args]
}
