// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

Option<u32> find(u32 key);
void look(u32 key)
{
    find(key); // expect-error: ignoring return value
}
