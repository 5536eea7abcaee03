// SPDX-License-Identifier: GPL-2.0
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Item {};
class Toy {
public:
    int allow_link(const Item&) const { return 0; }
    configfs::Subsystem<Toy> subsystem;
    explicit Toy(Init<Toy>& init) : subsystem {configfs::Subsystem<Toy>::start(init, "toy")} {} // expect-error: allow_link must be: public: Result<void> allow_link(const Target&) const
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
