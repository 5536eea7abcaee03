// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 first(const u32* values)
{
    UNSAFE("TODO: explain why") { return *values; } // expect-error: [keel-unsafe-reason]
}
