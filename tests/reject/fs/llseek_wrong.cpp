// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: llseek must be
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    Result<loff_t> llseek(loff_t offset) const { return offset; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
