// SPDX-License-Identifier: GPL-2.0
// An argument whose evaluation changes what another one refers to.
// rustc: E0502
#include <keel/alloc/vec.hpp>
using namespace keel;
int take(Vec<int>& v);
void both(const int& a, int b);
void caller(Vec<int>& v)
{
    both(v[0], take(v)); // expect-error: 'v' is changed while another operand of the call borrows from it [keel-exclusive-args]
}
