// SPDX-License-Identifier: GPL-2.0
// rustc: E0308
#include <keel/prelude.hpp>

using namespace keel;

Option<u32> find(u32 key);
bool known(u32 key)
{
    return find(key) != nullptr; // expect-error: invalid operands
}
