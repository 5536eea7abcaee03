// SPDX-License-Identifier: GPL-2.0
// A member of what an Option held.
// rustc: E0716
#include <keel/core/option.hpp>
using namespace keel;
struct Pair {
    int a;
    int b;
};
Option<Pair> make();
void use(const int&);
void caller()
{
    int& a = make().value().a; // expect-error: 'a' borrows from a temporary that ends with this statement [keel-dangling]
    use(a);
}
