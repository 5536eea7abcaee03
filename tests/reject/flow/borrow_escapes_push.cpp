// SPDX-License-Identifier: GPL-2.0
// A view that is pushed to a Vec of the caller.
// rustc: E0597
#include <keel/alloc/vec.hpp>
using namespace keel;
Result<void> caller(Vec<Span<int>>& views)
{
    Vec<int> v;
    return views.push(v.span(), GFP_KERNEL); // expect-error: a borrow of 'v' is kept in 'views', which outlives this function [keel-borrow-escapes]
}
