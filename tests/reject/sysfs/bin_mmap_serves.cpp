// SPDX-License-Identifier: GPL-2.0
// sysfs does not tell of the end of a mapping: an object that answers faults would never be let go.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Pages {
public:
    usize len() const { return Page::size; }
    Result<mm::SharedPage> fault(const mm::VmFault&) const { return mm::SharedPage::create(GFP_KERNEL); }
};
class Toy {
    Arc<Pages> pages_;
    kobject::Registration<Toy> folder_;
    Result<void> map(mm::VmaPages& vma) const
    {
        return vma.serve(pages_.clone()); // expect-error: no member named 'serve'
    }

public:
    using Attributes = sysfs::Group<"", sysfs::Bin<"x", 4096, nullptr, nullptr, &Toy::map>>;
};
