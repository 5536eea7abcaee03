// SPDX-License-Identifier: GPL-2.0
// rustc: E0597
#include <keel/alloc/page.hpp>
#include <keel/prelude.hpp>

using namespace keel;

Result<u8> first()
{
    Option<Page> page = TRY(Page::create(GFP_KERNEL));
    auto mapping = page.value().map();
    page.reset(); // expect-error: [keel-exclusive]
    return mapping.bytes()[0];
}
