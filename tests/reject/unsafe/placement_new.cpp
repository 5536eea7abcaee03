// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

void rebuild(u32& slot)
{
    ::new (static_cast<void*>(&slot)) u32(1); // expect-error: [keel-unsafe-op]
}
