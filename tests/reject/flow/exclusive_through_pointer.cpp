// SPDX-License-Identifier: GPL-2.0
// A pointer to the same Vec.
// rustc: E0499
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
void caller(Vec<int>& v)
{
    Vec<int>* same = &v;
    int& first = v[0]; // expect-error: 'v' is borrowed while 'same' may change it [keel-exclusive]
    UNSAFE("same is not null: it was taken from a reference") { (void)same->is_empty(); }
    same->clear(); // expect-error: [keel-exclusive]
    use(first);
}
