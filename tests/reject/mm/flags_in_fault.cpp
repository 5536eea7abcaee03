// SPDX-License-Identifier: GPL-2.0
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pages {
    mm::SharedBuffer memory;
    usize len() const { return memory.len(); }
    Result<mm::SharedPage> fault(const mm::VmFault& fault) const
    {
        fault.vma().dont_copy(); // expect-error: no member
        return memory.page(fault.page());
    }
};
