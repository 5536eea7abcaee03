// SPDX-License-Identifier: GPL-2.0
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Toy {
public:
    Result<void> show(TextPage&) const { return {}; }
    Result<void> store(Str) const { return {}; }
    using Attributes = configfs::Attributes<configfs::Attr<"x", &Toy::show, &Toy::store, 0646>>;
    configfs::Subsystem<Toy> subsystem;
    explicit Toy(Init<Toy>& init) : subsystem {configfs::Subsystem<Toy>::start(init, "toy")} {} // expect-error: the mode of an attribute
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
