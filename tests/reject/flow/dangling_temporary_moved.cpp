// SPDX-License-Identifier: GPL-2.0
// move() does not make a temporary live longer.
// rustc: E0716
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Vec<int> make();
void caller()
{
    Vec<int>&& v = move(make()); // expect-error: 'v' borrows from a temporary that ends with this statement [keel-dangling]
    use(v[0]);
}
