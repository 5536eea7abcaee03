// SPDX-License-Identifier: GPL-2.0
// A driver without detach would keep what is gone.
#include <keel/parport/device.hpp>
#include <keel/parport/driver.hpp>
#include <keel/prelude.hpp>
#include <keel/time/delay.hpp>
using namespace keel;
struct Toy {
    parport::Driver<Toy> driver;
    static Toy init(Init<Toy>& init) { return {.driver = parport::Driver<Toy>::start(init, "toy")}; } // expect-error: a parport driver has: void attach
    void attach(const parport::Port&) const {}
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
