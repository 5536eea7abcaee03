// SPDX-License-Identifier: GPL-2.0
// Both elements are one if the index says so.
// rustc: E0499
#include <keel/prelude.hpp>

using namespace keel;

void to_front(Vec<Box<u32>>& slots, usize at)
{
    swap(slots[0], slots[at]); // expect-error: [keel-exclusive-args]
}
