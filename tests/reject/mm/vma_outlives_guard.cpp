// SPDX-License-Identifier: GPL-2.0
// rustc: E0716
// What is found under a lock ends with it.
#include <keel/mm/mm.hpp>
#include <keel/prelude.hpp>
using namespace keel;
usize length_at(const mm::MmUser& mm, usize address)
{
    Option<const mm::Vma&> vma = mm.mmap_read_lock().vma_lookup(address); // expect-error: will be destroyed
    return vma.is_some() ? vma.value().len() : 0;
}
