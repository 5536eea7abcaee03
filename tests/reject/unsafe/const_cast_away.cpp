// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

void change(const u32& limit)
{
    const_cast<u32&>(limit) = 1; // expect-error: [keel-unsafe-op]
}
