// SPDX-License-Identifier: GPL-2.0
// A copy of a view is as bad.
// rustc: E0515
#include <keel/alloc/vec.hpp>
using namespace keel;
Span<int> caller(Vec<int>& other KEEL_LIFETIME_BOUND)
{
    Vec<int> v;
    Span<int> a = other.is_empty() ? v.span() : other.span();
    Span<int> b = a;
    return b; // expect-error: returns a borrow of 'v', which ends with this function [keel-dangling]
}
