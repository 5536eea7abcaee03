// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void write(const XArray<Arc<u32>>& array)
{
    auto guard = array.lock();
    guard.get(3).value() = 1; // expect-error: cannot assign
}
