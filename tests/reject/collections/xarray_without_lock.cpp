// SPDX-License-Identifier: GPL-2.0
// An entry is looked at under the lock.
// rustc: E0599
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u32 read(const XArray<Box<u32>>& array)
{
    return array.get(3).value(); // expect-error: no member named 'get'
}
