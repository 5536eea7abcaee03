// SPDX-License-Identifier: GPL-2.0
// Memory of a process is copied, and the copy is looked at.
#include <keel/mm/pinned_pages.hpp>
#include <keel/prelude.hpp>
using namespace keel;
u8 first(const mm::PinnedPages& pages)
{
    return pages[0]; // expect-error: does not provide a subscript operator
}
