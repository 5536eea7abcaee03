// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Shown { const void* where; };
struct Toy {
    Shown get() const { return {nullptr}; }
    using Ioctls = ioctl::Table<ioctl::Ior<'k', 1, Shown, &Toy::get>>;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: an argument that is given to user space has no padding and no address
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
