// SPDX-License-Identifier: GPL-2.0
// The page goes on to be the process's: it has to be one that is shared.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pages {
    usize len() const { return Page::size; }
    Result<Page> fault(const mm::VmFault&) const { return Page::create(GFP_KERNEL); }
};
Result<void> show(mm::VmaNew& vma, Arc<Pages> pages)
{
    return vma.serve(move(pages)); // expect-error: who answers faults needs
}
