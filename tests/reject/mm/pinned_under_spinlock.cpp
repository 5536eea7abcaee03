// SPDX-License-Identifier: GPL-2.0
// class: sleep in atomic
#include <keel/mm/pinned_pages.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<usize> pin(const SpinLock<usize>& address)
{
    auto at = address.lock();
    const mm::PinnedPages pages = TRY(mm::PinnedPages::pin(*at, 100, mm::Access::Read)); // expect-error: may sleep
    return pages.len();
}
