// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/prelude.hpp>

using namespace keel;

u32 deferred()
{
    Option<const u32&> kept;
    {
        u32 local = 1;
        auto look = [&local]() -> const u32& { return local; };
        kept = look(); // expect-error: [keel-dangling]
    }
    return kept.value();
}
