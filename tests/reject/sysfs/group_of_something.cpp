// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    Result<void> show(TextPage&) const { return {}; }

public:
    using Attributes = sysfs::Group<"", Toy>;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init)
        : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} // expect-error: a sysfs::Group has members of type Attr, Bin, and If
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
