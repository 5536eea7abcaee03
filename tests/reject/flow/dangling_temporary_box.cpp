// SPDX-License-Identifier: GPL-2.0
// What a temporary Box owned.
// rustc: E0716
#include <keel/alloc/box.hpp>
using namespace keel;
void use(const int&);
Box<int> make();
void caller()
{
    int& n = *make(); // expect-error: 'n' borrows from a temporary that ends with this statement [keel-dangling]
    use(n);
}
