// SPDX-License-Identifier: GPL-2.0
// An option is emptied while a reference to its number is still used.
// rustc: E0506
#include <keel/prelude.hpp>

using namespace keel;

u32 emptied(Option<u32>& slot)
{
    u32& value = slot.value();
    slot = none; // expect-error: [keel-exclusive]
    return value;
}
