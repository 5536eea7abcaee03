// SPDX-License-Identifier: GPL-2.0
// class: sleep in atomic
#include <keel/mm/mm.hpp>
#include <keel/prelude.hpp>
using namespace keel;
usize length_at(const mm::MmUser& mm, const SpinLock<usize>& last)
{
    auto address = last.lock();
    auto guard = mm.mmap_read_lock(); // expect-error: may sleep
    Option<const mm::Vma&> vma = guard.vma_lookup(*address); // expect-error: may sleep
    return vma.is_some() ? 1 : 0; // expect-error: may sleep
}
