// SPDX-License-Identifier: GPL-2.0
// The kernel keeps a registration's address, and it cannot be leaked or kept elsewhere.
#include <keel/device/misc.hpp>
using namespace keel;
struct Toy {
    misc::Registration<Toy> device;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
void caller(Toy& d) { Toy e = move(d); } // expect-error: deleted
