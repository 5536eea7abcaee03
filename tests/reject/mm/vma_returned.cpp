// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
#include <keel/mm/mm.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Option<const mm::Vma&> find(const mm::MmUser& mm KEEL_LIFETIME_BOUND, usize address)
{
    auto guard = mm.mmap_read_lock();
    return guard.vma_lookup(address); // expect-error: guard
}
