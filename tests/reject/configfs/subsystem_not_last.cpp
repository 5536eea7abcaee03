// SPDX-License-Identifier: GPL-2.0
#include <keel/configfs/subsystem.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Toy {
public:
    configfs::Subsystem<Toy> subsystem;
    Mutex<u32> value; // expect-error: is built after the object was published

    explicit Toy(Init<Toy>& init) : subsystem {configfs::Subsystem<Toy>::start(init, "toy")}, value {0u} {}
    static Toy init(Init<Toy>& init) { return Toy(init); }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
