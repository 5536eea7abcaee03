// SPDX-License-Identifier: GPL-2.0
// rustc: E0515
// The current address space belongs to the function that asked; an ARef of it may be kept.
#include <keel/mm/mm.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Option<const mm::MmUser&> mine()
{
    const CurrentTask me = current();
    return mm::mm_of(me); // expect-error: me
}
