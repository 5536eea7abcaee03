// SPDX-License-Identifier: GPL-2.0
// rustc: E0106
// The object outlives the call: it owns what it shows.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Pages {
    const mm::SharedBuffer& memory; // expect-error: keel-borrow-field
    usize len() const { return memory.len(); }
    Result<mm::SharedPage> fault(const mm::VmFault& fault) const { return memory.page(fault.page()); }
};
