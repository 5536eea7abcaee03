// SPDX-License-Identifier: GPL-2.0
// A view in an Option is a borrow, too.
// rustc: E0621
#include <keel/alloc/vec.hpp>
using namespace keel;
Option<Span<int>> some(Vec<int>& v, Vec<int>& w KEEL_LIFETIME_BOUND)
{
    if (w.is_empty())
        return none;
    return v.span(); // expect-error: returns a borrow of 'v', which is not KEEL_LIFETIME_BOUND [keel-return-unbound]
}
