// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 read(const XArray<Box<u32>>& array)
{
    Option<u32&> entry;
    {
        auto guard = array.lock();
        entry = guard.get(3); // expect-error: [keel-dangling]
    }
    return entry.value();
}
