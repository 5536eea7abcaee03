// SPDX-License-Identifier: GPL-2.0
// Attributes of every kind, as they are meant.
#include <keel/core/parse.hpp>
#include <keel/mm/vma.hpp>
#include <keel/module/attributes.hpp>
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    SpinLock<u32> value_;
    Array<u8, 4> bytes_;
    mm::SharedBuffer memory_;
    bool writable_;
    kobject::Registration<Toy> folder_;
    module::Attributes<Toy> files_;

    Result<void> show(TextPage& page) const
    {
        page.emit<"{}\n">(*value_.lock());
        return {};
    }
    Result<void> store(Str text) const
    {
        const u32 wanted = TRY(parse<u32>(text));
        *value_.lock() = wanted;
        folder_.notify<"value">();
        return {};
    }
    Result<void> read(ByteSink& out, loff_t from) const
    {
        out.write_from(bytes_, from);
        return {};
    }
    Result<void> map(mm::VmaPages& vma) const { return vma.map(memory_); }
    Result<void> map_shown(mm::VmaPages& vma) const
    {
        TRY(vma.deny_write());
        return vma.map(memory_);
    }
    bool is_writable() const { return writable_; }

public:
    using Attributes = sysfs::Groups<
        sysfs::Group<"", sysfs::Attr<"value", &Toy::show, &Toy::store, 0640>>,
        sysfs::Group<"more", sysfs::If<&Toy::is_writable, sysfs::Attr<"set", nullptr, &Toy::store>>,
                     sysfs::Bin<"bytes", 4, &Toy::read>, sysfs::Bin<"memory", 4096, &Toy::read, nullptr, &Toy::map>,
                     sysfs::Bin<"shown", 4096, nullptr, nullptr, &Toy::map_shown>,
                     sysfs::Bin<"written", 4096, nullptr, nullptr, &Toy::map, 0600>>>;
    explicit Toy(Init<Toy>& init)
        : value_ {0u}, bytes_ {}, memory_ {}, writable_ {true},
          folder_ {kobject::Registration<Toy>::start(init, KObject::module(), "toy")},
          files_ {module::Attributes<Toy>::start(init)}
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
