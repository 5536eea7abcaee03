// SPDX-License-Identifier: GPL-2.0
// Everybody could write it.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    Result<void> show(TextPage&) const { return {}; }
    Result<void> store(Str) const { return {}; }

public:
    using Attributes = sysfs::Group<"", sysfs::Attr<"x", &Toy::show, &Toy::store, 0666>>;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init)
        : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} // expect-error: the mode of an attribute
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
