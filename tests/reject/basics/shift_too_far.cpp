// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 bit()
{
    return 1u << 32; // expect-error: shift count >= width of type
}
