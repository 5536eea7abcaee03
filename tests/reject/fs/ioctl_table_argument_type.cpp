// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    void set(i32) const {}
    using Ioctls = ioctl::Table<ioctl::Iow<'k', 1, u32, &Toy::set>>;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: an ioctl handler takes the argument of its command
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
