// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
// A device's page is mapped for as long as its region is claimed.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Window {
    usize len() const { return Page::size; }
    mm::Caching caching() const { return mm::Caching::Uncached; }
    Result<mm::IoPage> fault(const mm::VmFault& fault) const KEEL_LIFETIME_BOUND
    {
        mm::IoRegion region = TRY(mm::IoRegion::claim(0xfe000000, Page::size, "window"));
        return region.page(fault.page()); // expect-error: region
    }
};
