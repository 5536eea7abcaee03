// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 through(u32* value)
{
    auto load = [value] { return *value; }; // expect-error: [keel-unsafe-op]
    return load();
}
