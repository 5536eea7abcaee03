// SPDX-License-Identifier: GPL-2.0
// A borrow kept in a global variable.
// rustc: E0521
#include <keel/alloc/vec.hpp>
using namespace keel;
static Span<int> kept; // expect-error: [keel-
void caller(Vec<int>& v)
{
    kept = v.span(); // expect-error: a borrow of 'v' is kept in a place that outlives this function [keel-borrow-escapes]
}
