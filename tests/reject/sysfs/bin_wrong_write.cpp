// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    Result<void> write(Span<u8>, loff_t) const { return {}; }

public:
    using Attributes = sysfs::Group<"", sysfs::Bin<"x", 4, nullptr, &Toy::write>>;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init)
        : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} // expect-error: write must be: Result<void> write(Span<const u8>, loff_t) const
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
