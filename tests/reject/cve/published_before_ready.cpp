// SPDX-License-Identifier: GPL-2.0
// User space can open the device before the lock behind it exists, and after it is gone.
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

struct Toy {
    misc::Registration<Toy> device;
    Mutex<u32> state; // expect-error: [keel-publish-last]
    static Toy init(Init<Toy>& init)
    {
        return {.device = misc::Registration<Toy>::start(init, "toy"), .state = {}};
    }
    Result<usize> read(UserWriter&, loff_t&) const { return static_cast<usize>(*state.lock()); }
};
