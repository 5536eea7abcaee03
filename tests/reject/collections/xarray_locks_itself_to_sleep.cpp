// SPDX-License-Identifier: GPL-2.0
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<void> put(const XArray<Box<u32>>& array, const XArray<Box<u32>>& other, Box<u32> more)
{
    auto guard = array.lock();
    TRY(other.store(3, move(more), GFP_KERNEL)); // expect-error: [keel-atomic-context]
    return {};
}
