// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    void one() const {}
    void two() const {}
    using Ioctls = ioctl::Table<ioctl::Io<'k', 1, &Toy::one>, ioctl::Io<'k', 1, &Toy::two>>;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: two commands of an ioctl table have the same number
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
