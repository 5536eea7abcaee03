// SPDX-License-Identifier: GPL-2.0
// Minors and open files use it.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
class Plug {
    cdev::Minor minor;

public:
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug> plugs;
    static Hub init(Init<Hub>& init)
    {
        return {.plugs = cdev::Minors<Plug>::start(init, {.name = "plug", .count = 4})}; // expect-error: 'minor' is a private member of 'Plug'
    }
};
