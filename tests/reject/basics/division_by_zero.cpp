// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 share(u32 total)
{
    return total / 0; // expect-error: division by zero
}
