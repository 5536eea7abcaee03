// SPDX-License-Identifier: GPL-2.0
// A view that is built by its constructor.
// rustc: E0515
#include <keel/alloc/vec.hpp>
using namespace keel;
struct KEEL_VIEW Cursor {
    Span<int> rest;
    explicit Cursor(Span<int> rest) : rest {rest} {}
};
Cursor caller(Vec<int>& other KEEL_LIFETIME_BOUND)
{
    Vec<int> v;
    if (other.is_empty())
        return Cursor(v.span()); // expect-error: returns a borrow of 'v', which ends with this function [keel-dangling]
    return Cursor(other.span());
}
