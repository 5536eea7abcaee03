// SPDX-License-Identifier: GPL-2.0
// An array of structs without values.
// rustc: E0381
#include <keel/prelude.hpp>

using namespace keel;

struct Slot {
    u32 key;
    bool used = false;
};
u32 first()
{
    Slot slots[4]; // expect-error: [keel-uninit]
    return slots[0].key;
}
