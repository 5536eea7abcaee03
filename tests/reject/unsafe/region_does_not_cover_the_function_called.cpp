// SPDX-License-Identifier: GPL-2.0
// rustc: E0133
#include <keel/prelude.hpp>

using namespace keel;

u32 load(const u32* value)
{
    return *value; // expect-error: [keel-unsafe-op]
}
u32 first(const u32* values)
{
    UNSAFE("values points to a live number: the caller's duty") { return load(values); } // expect-error: [keel-unsafe-unused]
}
