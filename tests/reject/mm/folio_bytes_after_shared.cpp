// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/mm/shared_page.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<u8> first(Folio folio)
{
    Span<u8> bytes = folio.bytes();
    const mm::SharedPages pages = TRY(mm::SharedPages::from_folio(move(folio), GFP_KERNEL)); // expect-error: keel-exclusive
    return bytes[pages.page_count()];
}
