// SPDX-License-Identifier: GPL-2.0
// A method named like an operation that has another signature would never be called.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: read must be
    Result<usize> read(UserWriter&, loff_t) const { return usize {0}; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
