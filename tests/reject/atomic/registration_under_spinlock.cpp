// SPDX-License-Identifier: GPL-2.0
// Registering a device sleeps, whoever builds the object.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Toy {
    misc::Registration<Toy> device;
    static Toy init(Init<Toy>& init) { return {.device = misc::Registration<Toy>::start(init, "toy")}; }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
Result<Box<Toy>> start(const SpinLock<u32>& count)
{
    auto c = count.lock();
    (*c)++;
    return Box<Toy>::init(GFP_ATOMIC, [](Init<Toy>& init) -> Toy { return Toy::init(init); }); // expect-error: [keel-atomic-context]
}
