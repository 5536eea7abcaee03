// SPDX-License-Identifier: GPL-2.0
// rustc: E0382
#include <keel/mm/pinned_pages.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<u8> first(mm::PinnedPages pages)
{
    mm::PinnedPages others = move(pages);
    Array<u8, 1> byte {};
    TRY(pages.read(0, byte)); // expect-error: keel-use-after-move
    return byte[0];
}
