// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 next_id()
{
    static constinit u32 id = 0; // expect-error: [keel-mutable-global]
    return ++id;
}
