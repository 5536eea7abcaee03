// SPDX-License-Identifier: GPL-2.0
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

void find(Vec<u32>& table, Option<u32&>& found) // expect-error: [keel-borrow-out-param]
{
    found = table.get(0); // expect-error: [keel-borrow-escapes]
}
