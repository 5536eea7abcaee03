// SPDX-License-Identifier: GPL-2.0
#include <keel/prelude.hpp>
#include <keel/sysfs/kobject.hpp>
using namespace keel;
class Toy {
public:
    using Attributes = u32;
    kobject::Registration<Toy> folder;
    explicit Toy(Init<Toy>& init)
        : folder {kobject::Registration<Toy>::start(init, KObject::kernel(), "toy")} // expect-error: Attributes must be a sysfs::Group
    {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
