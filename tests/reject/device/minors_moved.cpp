// SPDX-License-Identifier: GPL-2.0
// Open files lead to it by its address.
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
void caller(cdev::Minors<Plug>& plugs) { cdev::Minors<Plug> others = move(plugs); } // expect-error: deleted
