// SPDX-License-Identifier: GPL-2.0
// A Vec that is extended by itself: the elements move while they are copied.
// rustc: E0502
#include <keel/alloc/vec.hpp>
using namespace keel;
Result<void> caller(Vec<int>& v)
{
    return v.extend(v.span(), GFP_KERNEL); // expect-error: 'v' is changed by this call while another operand of it borrows from it [keel-exclusive-args]
}
