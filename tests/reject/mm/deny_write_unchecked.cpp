// SPDX-License-Identifier: GPL-2.0
// A mapping that asked for writing would be left with it.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<void> show(mm::VmaNew& vma, const mm::SharedBuffer& buffer)
{
    vma.deny_write(); // expect-error: ignoring
    return vma.map(buffer);
}
