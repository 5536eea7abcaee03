// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/alloc/page.hpp>
#include <keel/prelude.hpp>

using namespace keel;

u8 first(Page page)
{
    auto mapping = page.map();
    Page moved = move(page); // expect-error: [keel-exclusive]
    return mapping.bytes()[0];
}
