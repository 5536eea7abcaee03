// SPDX-License-Identifier: GPL-2.0
// A misspelt operation leaves a device that can do nothing.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: define read, write or ioctl
    Result<usize> raed(UserWriter&, loff_t&) const { return usize {0}; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
