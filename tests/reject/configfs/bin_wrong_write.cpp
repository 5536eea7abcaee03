// SPDX-License-Identifier: GPL-2.0
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Toy {
public:
    Result<void> write(Span<const u8>) const { return {}; }
    using Attributes = configfs::Attributes<configfs::Bin<"x", 4, nullptr, &Toy::write>>;
    configfs::Subsystem<Toy> subsystem;
    explicit Toy(Init<Toy>& init) : subsystem {configfs::Subsystem<Toy>::start(init, "toy")} {} // expect-error: write must be: void write(Span<const u8>) const
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
