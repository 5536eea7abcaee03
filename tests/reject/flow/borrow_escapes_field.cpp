// SPDX-License-Identifier: GPL-2.0
// A view of a local variable, kept in a parameter.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
struct KEEL_VIEW Cursor {
    Span<int> rest;
};
void caller(Cursor& cursor)
{
    Vec<int> v;
    cursor.rest = v.span(); // expect-error: a borrow of 'v' is kept in 'cursor.rest', which outlives this function [keel-borrow-escapes]
}
