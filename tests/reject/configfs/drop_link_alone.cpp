// SPDX-License-Identifier: GPL-2.0
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Item {};
class Toy {
public:
    void drop_link(const Item&) const {}
    configfs::Subsystem<Toy> subsystem;
    explicit Toy(Init<Toy>& init) : subsystem {configfs::Subsystem<Toy>::start(init, "toy")} {} // expect-error: drop_link goes with an allow_link
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
