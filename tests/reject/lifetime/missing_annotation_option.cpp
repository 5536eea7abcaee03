// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
#include <keel/prelude.hpp>

using namespace keel;

Option<u32&> find(Vec<u32>& table, u32 at) // expect-error: [keel-return-unbound]
{
    return table.get(at); // expect-error: [keel-return-unbound]
}
