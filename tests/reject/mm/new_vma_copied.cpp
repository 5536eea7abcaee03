// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<void> twice(mm::VmaNew& vma)
{
    mm::VmaNew other = vma; // expect-error: deleted
    return other.deny_write();
}
