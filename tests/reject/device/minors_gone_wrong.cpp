// SPDX-License-Identifier: GPL-2.0
// What is called gone is called when the device goes, or nobody knows why it was not.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<void> gone() const { return {}; }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug> plugs;
    static Hub init(Init<Hub>& init)
    {
        return {.plugs = cdev::Minors<Plug>::start(init, {.name = "plug", .count = 4})}; // expect-error: gone must be: public: void gone() const
    }
};
