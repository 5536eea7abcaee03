// SPDX-License-Identifier: GPL-2.0
// Nobody would call it, and pages would be written without a question.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pages {
    mm::SharedBuffer memory;
    usize len() const { return memory.len(); }
    Result<mm::SharedPage> fault(const mm::VmFault& fault) const { return memory.page(fault.page()); }
    Result<void> page_mkwirte(const mm::VmFault&) const { return {}; } // expect-error: keel-hook-name
};
Result<void> show(mm::VmaNew& vma, Arc<Pages> pages) { return vma.serve(move(pages)); }
