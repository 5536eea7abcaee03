// SPDX-License-Identifier: GPL-2.0
// A release has nobody to tell of an error.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: release must be
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    Result<void> release(const fs::File&) const { return {}; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
