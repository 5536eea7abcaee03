// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    Result<void> show(TextPage&) { return {}; }

public:
    using Attributes = sysfs::Group<"", sysfs::Attr<"x", &Toy::show>>;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init)
        : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} // expect-error: show must be: Result<void> show(TextPage&) const
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
