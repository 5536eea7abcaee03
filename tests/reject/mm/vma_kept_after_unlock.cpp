// SPDX-License-Identifier: GPL-2.0
// rustc: E0505
#include <keel/mm/mm.hpp>
#include <keel/prelude.hpp>
using namespace keel;
usize length_at(const mm::MmUser& mm, usize address)
{
    Option<mm::VmaGuard> guard = mm.lock_vma(address);
    if (guard.is_none())
        return 0;
    const mm::Vma& vma = *guard.value();
    guard.reset(); // expect-error: keel-exclusive
    return vma.len();
}
