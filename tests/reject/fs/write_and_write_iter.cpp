// SPDX-License-Identifier: GPL-2.0
// Two answers to one write.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: which of write and write_iter answers
    Result<usize> write(UserReader&, loff_t&) const { return usize {0}; }
    Result<usize> write_iter(fs::Kiocb&, IovSource&) const { return usize {0}; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
