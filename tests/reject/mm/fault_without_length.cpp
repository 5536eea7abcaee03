// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pages {
    mm::SharedBuffer memory;
    Result<mm::SharedPage> fault(const mm::VmFault& fault) const { return memory.page(fault.page()); }
};
Result<void> show(mm::VmaNew& vma, Arc<Pages> pages)
{
    return vma.serve(move(pages)); // expect-error: no member named 'len'
}
