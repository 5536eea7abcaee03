// SPDX-License-Identifier: GPL-2.0
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Toy {
public:
    Result<void> show(TextPage&) const { return {}; }
    using Attributes = configfs::Attributes<configfs::Attr<"x", &Toy::show>, configfs::Attr<"x", &Toy::show>>;
    configfs::Subsystem<Toy> subsystem;
    explicit Toy(Init<Toy>& init) : subsystem {configfs::Subsystem<Toy>::start(init, "toy")} {} // expect-error: two attributes of an item have the same name
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
