// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/collections/xarray.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Device {
    XArray<Box<u32>>::Guard guard; // expect-error: [keel-borrow-field]
};
bool check(const Device&) { return true; }
