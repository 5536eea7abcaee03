// SPDX-License-Identifier: GPL-2.0
// Faults come from many processes at once: what answers them is const, and what changes is behind a lock.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pages {
    mm::SharedBuffer memory;
    u32 faults;
    usize len() const { return memory.len(); }
    Result<mm::SharedPage> fault(const mm::VmFault& fault)
    {
        faults++;
        return memory.page(fault.page());
    }
};
Result<void> show(mm::VmaNew& vma, Arc<Pages> pages)
{
    return vma.serve(move(pages)); // expect-error: who answers faults needs
}
