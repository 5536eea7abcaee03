// SPDX-License-Identifier: GPL-2.0
// Two answers to one read.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: which of read and read_iter answers
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    Result<usize> read_iter(fs::Kiocb&, IovDest&) const { return usize {0}; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
