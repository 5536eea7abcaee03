// SPDX-License-Identifier: GPL-2.0
// A closure reads what a reference is about to change.
// rustc: E0502
#include <keel/prelude.hpp>

using namespace keel;

u32 reads()
{
    u32 x = 3;
    u32& slot = x;
    auto get = [&] { return x; }; // expect-error: [keel-exclusive]
    slot = 4;
    return get();
}
