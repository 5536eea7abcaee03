// SPDX-License-Identifier: GPL-2.0
// rustc: E0499
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 read(const XArray<Box<u32>>& array)
{
    auto guard = array.lock();
    u32& entry = guard.get(3).value();
    Option<Box<u32>> taken = guard.remove(3); // expect-error: [keel-exclusive]
    taken.reset();
    return entry;
}
