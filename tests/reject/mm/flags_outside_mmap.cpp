// SPDX-License-Identifier: GPL-2.0
// What an area may be used for is said when it is made.
#include <keel/mm/mm.hpp>
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<void> protect(const mm::MmUser& mm, usize address)
{
    auto guard = mm.mmap_write_lock();
    Option<const mm::Vma&> vma = guard.vma_lookup(address);
    if (vma.is_none())
        return EFAULT;
    return vma.value().deny_write(); // expect-error: no member
}
