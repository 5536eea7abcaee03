// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>

using namespace keel;

void fill(Vec<u32>& into);
Vec<u32> make();
void fill_nothing()
{
    fill(make()); // expect-error: no matching function
}
