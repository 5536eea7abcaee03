// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> read(const XArray<Box<u32>>& array, Box<u32> more)
{
    auto guard = array.lock();
    u32& entry = guard.get(3).value();
    TRY(guard.store(3, move(more), GFP_ATOMIC)); // expect-error: [keel-exclusive]
    return entry;
}
