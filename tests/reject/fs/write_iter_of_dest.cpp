// SPDX-License-Identifier: GPL-2.0
// A write reads from the process: the direction is a type.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: write_iter must be
    Result<usize> write_iter(fs::Kiocb&, IovDest&) const { return usize {0}; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
