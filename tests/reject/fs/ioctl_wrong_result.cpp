// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: ioctl must be
    long ioctl(u32, ioctl::Arg) const { return 0; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
