// SPDX-License-Identifier: GPL-2.0
// rustc: E0621
#include <keel/prelude.hpp>

using namespace keel;

void find(Vec<u32>& table, u32*& found) // expect-error: [keel-borrow-out-param]
{
    found = table.begin(); // expect-error: [keel-borrow-escapes]
}
