// SPDX-License-Identifier: GPL-2.0
// A 32-bit program has a long of four bytes.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Wide { long number; u64 tag; };
struct Toy {
    void set(const Wide&) const {}
    using Ioctls = ioctl::Table<ioctl::Iow<'k', 1, Wide, &Toy::set>>;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: a 32-bit program has another layout
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
