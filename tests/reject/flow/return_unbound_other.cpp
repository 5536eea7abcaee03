// SPDX-License-Identifier: GPL-2.0
// The signature says of one parameter, the body returns the other.
// rustc: E0621
#include <keel/alloc/vec.hpp>
using namespace keel;
int& pick(Vec<int>& a KEEL_LIFETIME_BOUND, Vec<int>& b)
{
    if (!a.is_empty())
        return a[0];
    return b[0]; // expect-error: returns a borrow of 'b', which is not KEEL_LIFETIME_BOUND [keel-return-unbound]
}
