// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/alloc/slot.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Box<u32> fill(const Slot<u32>& slot)
{
    Slot<u32> copy = slot; // expect-error: deleted
    return copy.fill(1u);
}
