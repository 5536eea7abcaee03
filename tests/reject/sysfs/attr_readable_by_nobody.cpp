// SPDX-License-Identifier: GPL-2.0
// It shows nothing, and is readable.
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    Result<void> store(Str) const { return {}; }

public:
    using Attributes = sysfs::Group<"", sysfs::Attr<"x", nullptr, &Toy::store, 0644>>;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init)
        : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} // expect-error: the mode of an attribute
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
