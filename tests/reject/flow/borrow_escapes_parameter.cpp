// SPDX-License-Identifier: GPL-2.0
// A borrow of one parameter, kept in another.
// rustc: E0621
#include <keel/alloc/vec.hpp>
using namespace keel;
void caller(Span<int>& out, Vec<int>& v) // expect-error: [keel-borrow-out-param]
{
    out = v.span(); // expect-error: a borrow of 'v' is kept in 'out', which outlives this function [keel-borrow-escapes]
}
