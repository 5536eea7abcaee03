// SPDX-License-Identifier: GPL-2.0
// In C: EEXIST and a splat when it is loaded.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    Result<void> show(TextPage&) const { return {}; }

public:
    using Attributes = sysfs::Group<"", sysfs::Attr<"x", &Toy::show>, sysfs::Attr<"x", &Toy::show>>;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init)
        : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} // expect-error: two attributes of a group have the same name
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
