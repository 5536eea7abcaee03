// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Pages {
    Result<void> page_mkwrite(const mm::VmFault&) const { return {}; }

public:
    mm::SharedBuffer memory;
    usize len() const { return memory.len(); }
    Result<mm::SharedPage> fault(const mm::VmFault& fault) const { return memory.page(fault.page()); }
};
Result<void> show(mm::VmaNew& vma, Arc<Pages> pages)
{
    return vma.serve(move(pages)); // expect-error: page_mkwrite must be
}
