// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 read(const XArray<Box<u32>>& array)
{
    u32& entry = array.lock().get(3).value(); // expect-error: [keel-dangling]
    return entry;
}
