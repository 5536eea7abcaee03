// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

template <GfpFlags Flags> static Result<void> note(Vec<u32>& list, u32 value, Flags flags)
{
    return list.push(value, flags);
}

Result<void> add(const SpinLock<Vec<u32>>& list, u32 value)
{
    auto l = list.lock();
    TRY(note(*l, value, GFP_ATOMIC));
    // expect-error@+1: 'note' may sleep while 'l' puts the CPU in atomic context [keel-atomic-context]
    return note(*l, value, GFP_NOFS);
}
