// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/prelude.hpp>

using namespace keel;

void raise(const u32& limit)
{
    limit = 16; // expect-error: cannot assign to variable 'limit'
}
