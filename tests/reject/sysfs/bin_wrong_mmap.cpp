// SPDX-License-Identifier: GPL-2.0
// The file of an attribute is sysfs's, and not one that the driver has a hold of.
#include <keel/mm/vma.hpp>
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    mm::SharedBuffer memory_;
    Result<void> map(mm::VmaNew& vma) const { return vma.map(memory_); }

public:
    using Attributes = sysfs::Group<"", sysfs::Bin<"x", 4096, nullptr, nullptr, &Toy::map>>;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init)
        : memory_ {}, folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} // expect-error: mmap must be: Result<void> mmap(mm::VmaPages&) const
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
