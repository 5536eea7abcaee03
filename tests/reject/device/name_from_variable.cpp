// SPDX-License-Identifier: GPL-2.0
// The kernel keeps the name's address as long as the device is there.
#include <keel/device/misc.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init, const char* name) { return {.device = misc::Registration<Toy>::start(init, name)}; } // expect-error: no viable conversion
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
