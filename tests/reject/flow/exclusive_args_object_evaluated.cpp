// SPDX-License-Identifier: GPL-2.0
// The same with the object that the method is called on.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
struct Entry {
    int n;
    void set(int to) { n = to; }
};
int take(Vec<Entry>& v);
void caller(Vec<Entry>& v)
{
    v[0].set(take(v)); // expect-error: 'v' is changed while another operand of the call borrows from it [keel-exclusive-args]
}
