// SPDX-License-Identifier: GPL-2.0
// A function could name another queue when the file leaves than when it joined.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: fasync must be
    fs::AsyncQueue queue;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    const fs::AsyncQueue& fasync() const KEEL_LIFETIME_BOUND { return queue; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
