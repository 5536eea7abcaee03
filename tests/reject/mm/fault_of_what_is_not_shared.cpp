// SPDX-License-Identifier: GPL-2.0
// rustc: E0277
// What many processes see at once is safe for that.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct KEEL_NOT_SYNC Counter {
    u32 faults;
};
struct Pages {
    Counter counter;
    mm::SharedBuffer memory;
    usize len() const { return memory.len(); }
    Result<mm::SharedPage> fault(const mm::VmFault& fault) const { return memory.page(fault.page()); }
};
Result<void> show(mm::VmaNew& vma, Arc<Pages> pages)
{
    return vma.serve(move(pages)); // expect-error: keel-not-send
}
