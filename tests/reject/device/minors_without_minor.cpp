// SPDX-License-Identifier: GPL-2.0
// Whether the device is still there is asked at each operation.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug> plugs;
    static Hub init(Init<Hub>& init)
    {
        return {.plugs = cdev::Minors<Plug>::start(init, {.name = "plug", .count = 4})}; // expect-error: the object of a minor has: public: cdev::Minor minor
    }
};
