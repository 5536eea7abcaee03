// SPDX-License-Identifier: GPL-2.0
// A lock that nobody holds protects nothing.
#include <keel/mm/mm.hpp>
#include <keel/prelude.hpp>
using namespace keel;
void look(const mm::MmUser& mm)
{
    mm.mmap_read_lock(); // expect-error: ignoring
}
