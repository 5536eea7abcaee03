// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: flush must be
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    void flush(const fs::File&) const {}
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
