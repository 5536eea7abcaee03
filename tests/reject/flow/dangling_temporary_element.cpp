// SPDX-License-Identifier: GPL-2.0
// An element of a Vec that nothing keeps.
// rustc: E0716
#include <keel/alloc/vec.hpp>
using namespace keel;
void use(const int&);
Vec<int> make();
void caller()
{
    int& n = make()[0]; // expect-error: 'n' borrows from a temporary that ends with this statement [keel-dangling]
    use(n);
}
