// SPDX-License-Identifier: GPL-2.0
// read() is called by many processes at once.
// rustc: E0594
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Toy {
    u32 reads = 0;
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "toy")}; }
    Result<usize> read(UserWriter&, loff_t&) const
    {
        reads++; // expect-error: within const member function
        return usize {0};
    }
};
