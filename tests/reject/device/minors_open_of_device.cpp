// SPDX-License-Identifier: GPL-2.0
// Opening makes no device.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    static Plug open(Init<Plug>& init, ArcBorrow<Plug>, const fs::File&) { return {.minor = cdev::Minor::start(init)}; }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug> plugs;
    static Hub init(Init<Hub>& init)
    {
        return {.plugs = cdev::Minors<Plug>::start(init, {.name = "plug", .count = 4})}; // expect-error: open is of a class for each open file
    }
};
