// SPDX-License-Identifier: GPL-2.0
// A function that returns one of its arguments.
// rustc: E0716
#include <keel/core/types.hpp>
const int& greater(const int& a KEEL_LIFETIME_BOUND, const int& b KEEL_LIFETIME_BOUND);
void use(const int&);
void caller()
{
    const int& n = greater(1, 2); // expect-error: 'n' borrows from a temporary that ends with this statement [keel-dangling]
    use(n);
}
