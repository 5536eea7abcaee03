// SPDX-License-Identifier: GPL-2.0
// A Vec and one of its elements in the same call.
// rustc: E0502
#include <keel/alloc/vec.hpp>
using namespace keel;
void add_all(Vec<int>& v, const int& n);
void caller(Vec<int>& v)
{
    add_all(v, v[0]); // expect-error: 'v' is changed by this call while another operand of it borrows from it [keel-exclusive-args]
}
