// SPDX-License-Identifier: GPL-2.0
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Item {};
class Toy {
public:
    Item make(Init<Item>&, u32) const { return {}; }
    using Attributes = configfs::Attributes<configfs::Default<"x", &Toy::make>>;
    configfs::Subsystem<Toy> subsystem;
    explicit Toy(Init<Toy>& init) : subsystem {configfs::Subsystem<Toy>::start(init, "toy")} {} // expect-error: make must be: Child make(Init<Child>&) const
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
