// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    void set(u32) const {}
    Result<long> ioctl(u32, ioctl::Arg) const { return ENOTTY; }
    using Ioctls = ioctl::Table<ioctl::Iow<'k', 1, u32, &Toy::set>>;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: a file has a table of Ioctls or an ioctl function, not both
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
