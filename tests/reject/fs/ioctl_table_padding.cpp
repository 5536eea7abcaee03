// SPDX-License-Identifier: GPL-2.0
// What the program did not write would be read, and what we did not write shown.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Padded { u8 kind; u32 size; };
struct Toy {
    void set(const Padded&) const {}
    using Ioctls = ioctl::Table<ioctl::Iow<'k', 1, Padded, &Toy::set>>;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: an ioctl argument has no padding
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
