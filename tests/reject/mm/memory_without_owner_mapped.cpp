// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
Result<void> show(mm::VmaNew& vma, Span<u8> bytes)
{
    return vma.map(bytes); // expect-error: no matching member function
}
