// SPDX-License-Identifier: GPL-2.0
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "x")}; } // expect-error: compat_ioctl must be
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    Result<long> compat_ioctl(u32, unsigned long) const { return 0L; }
};
KEEL_MODULE(Toy, .license = "GPL", .description = "x");
