// SPDX-License-Identifier: GPL-2.0
// An object for each open file has to come from somewhere.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy;
struct Session {
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Toy {
    misc::Registration<Toy, Session> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy, Session>::start(init, "x")}; } // expect-error: a class for each open file needs
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
