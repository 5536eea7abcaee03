// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/mm/shared_page.hpp>
#include <keel/prelude.hpp>
using namespace keel;
u8 first(Page page)
{
    mm::SharedPage shared = move(page);
    return page.map().bytes()[0]; // expect-error: keel-use-after-move
}
