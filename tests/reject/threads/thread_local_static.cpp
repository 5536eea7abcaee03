// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 enter()
{
    static thread_local u32 depth = 0; // expect-error: [keel-thread-local]
    return ++depth;
}
