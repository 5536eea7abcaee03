// SPDX-License-Identifier: GPL-2.0
// A program can send any byte, and a bool is 0 or 1.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    void set(bool) const {}
    using Ioctls = ioctl::Table<ioctl::Iow<'k', 1, bool, &Toy::set>>;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: an argument that is read from user space is a struct of numbers
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
