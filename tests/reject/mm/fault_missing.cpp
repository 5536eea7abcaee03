// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pages {
    mm::SharedBuffer memory;
    usize len() const { return memory.len(); }
};
Result<void> show(mm::VmaNew& vma, Arc<Pages> pages)
{
    return vma.serve(move(pages)); // expect-error: who answers faults needs
}
