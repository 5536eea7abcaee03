// SPDX-License-Identifier: GPL-2.0
// A Span of a local Vec.
// rustc: E0515
#include <keel/alloc/vec.hpp>
using namespace keel;
Span<int> caller(Vec<int>& other KEEL_LIFETIME_BOUND)
{
    Vec<int> v;
    if (other.is_empty())
        return v.span(); // expect-error: returns a borrow of 'v', which ends with this function [keel-dangling]
    return other.span();
}
