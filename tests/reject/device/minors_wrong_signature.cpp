// SPDX-License-Identifier: GPL-2.0
// As of every file: an operation with another signature is not silently missing.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    Result<usize> write(UserReader&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug> plugs;
    static Hub init(Init<Hub>& init)
    {
        return {.plugs = cdev::Minors<Plug>::start(init, {.name = "plug", .count = 4})}; // expect-error: write must be
    }
};
