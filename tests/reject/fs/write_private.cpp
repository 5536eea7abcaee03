// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Toy {
    Result<usize> write(UserReader&, loff_t&) const { return usize {0}; }

public:
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: write must be
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
