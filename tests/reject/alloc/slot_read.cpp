// SPDX-License-Identifier: GPL-2.0
// What was not built cannot be looked at.
// rustc: E0381
#include <keel/alloc/slot.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u32> read()
{
    Slot<u32> slot = TRY(Slot<u32>::create(GFP_KERNEL));
    return *slot; // expect-error: indirection requires pointer operand
}
