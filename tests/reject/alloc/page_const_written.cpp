// SPDX-License-Identifier: GPL-2.0
// rustc: E0594
#include <keel/alloc/page.hpp>
#include <keel/prelude.hpp>

using namespace keel;

void clear(const Page& page)
{
    auto mapping = page.map();
    mapping.bytes()[0] = 0; // expect-error: cannot assign
}
