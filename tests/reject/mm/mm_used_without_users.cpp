// SPDX-License-Identifier: GPL-2.0
// An address space that may have ended has no areas to look at.
#include <keel/mm/mm.hpp>
#include <keel/prelude.hpp>
using namespace keel;
usize length_at(const ARef<mm::Mm>& mm, usize address)
{
    auto guard = mm->mmap_read_lock(); // expect-error: no member
    return address;
}
