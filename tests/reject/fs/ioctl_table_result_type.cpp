// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    u64 get() const { return 1; }
    using Ioctls = ioctl::Table<ioctl::Ior<'k', 1, u32, &Toy::get>>;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: an ioctl handler of Ior or Iowr returns the command's T
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
