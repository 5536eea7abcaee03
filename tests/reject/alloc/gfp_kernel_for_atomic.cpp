// SPDX-License-Identifier: GPL-2.0
// GFP_KERNEL and GFP_ATOMIC are different types, so an interface can ask for one of them.
#include <keel/alloc/vec.hpp>
using namespace keel;
template <GfpFlags Flags>
    requires(!Flags::may_sleep)
Result<void> push_in_interrupt(Vec<int>& v, Flags flags)
{
    return v.push(1, flags);
}
Result<void> caller(Vec<int>& v) { return push_in_interrupt(v, GFP_KERNEL); } // expect-error: no matching function
