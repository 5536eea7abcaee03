// SPDX-License-Identifier: GPL-2.0
// A page that a process sees is no longer one's own: its bytes change.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<void> show(mm::VmaNew& vma, const Page& page)
{
    return vma.map(page); // expect-error: no matching member function
}
