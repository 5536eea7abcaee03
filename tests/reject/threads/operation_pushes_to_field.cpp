// SPDX-License-Identifier: GPL-2.0
// rustc: E0596
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Toy {
    Vec<u8> log;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.log = {}, .device = misc::Registration<Toy>::start(init, "toy")}; }
    Result<usize> write(UserReader& in, loff_t&) const
    {
        return in.read_all(log, 16, GFP_KERNEL); // expect-error: no matching member function
    }
};
