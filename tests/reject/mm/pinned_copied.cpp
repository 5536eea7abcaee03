// SPDX-License-Identifier: GPL-2.0
// Who unpins it?
#include <keel/mm/pinned_pages.hpp>
#include <keel/prelude.hpp>
using namespace keel;
usize twice(const mm::PinnedPages& pages)
{
    mm::PinnedPages others = pages; // expect-error: deleted
    return others.len();
}
