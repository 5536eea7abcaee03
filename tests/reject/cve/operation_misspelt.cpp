// SPDX-License-Identifier: GPL-2.0
// A release that the kernel never calls, beside the operations that it does.
// rustc: E0407
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "toy")}; }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    Result<usize> wirte(UserReader&, loff_t&) const { return usize {0}; } // expect-error: [keel-hook-name]
};
