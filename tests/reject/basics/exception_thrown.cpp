// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

u32 parse(u32 n)
{
    if (n == 0)
        throw n; // expect-error: exceptions disabled
    return n;
}
