// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/prelude.hpp>

using namespace keel;

void fill(Vec<u32>& into);
void refill(const Vec<u32>& into)
{
    fill(into); // expect-error: no matching function
}
