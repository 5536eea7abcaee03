// SPDX-License-Identifier: GPL-2.0
// A read writes to the process: the direction is a type.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: read_iter must be
    Result<usize> read_iter(fs::Kiocb&, IovSource&) const { return usize {0}; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
