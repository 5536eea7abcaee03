// SPDX-License-Identifier: GPL-2.0
// Bytes of configfs have no offsets.
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Toy {
public:
    Result<void> read(ByteSink&, loff_t) const { return {}; }
    using Attributes = configfs::Attributes<configfs::Bin<"x", 4, &Toy::read>>;
    configfs::Subsystem<Toy> subsystem;
    explicit Toy(Init<Toy>& init) : subsystem {configfs::Subsystem<Toy>::start(init, "toy")} {} // expect-error: read must be: Result<void> read(ByteSink&) const
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
