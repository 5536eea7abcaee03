// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
    Result<void> show(TextPage&) const { return {}; }
    Result<void> store(Str) const
    {
        folder.notify<"y">(); // expect-error: notify names an attribute
        return {};
    }

public:
    using Attributes = sysfs::Group<"", sysfs::Attr<"x", &Toy::show, &Toy::store>>;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init) : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
