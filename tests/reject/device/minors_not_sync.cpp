// SPDX-License-Identifier: GPL-2.0
// Any number of processes use a device at once.
// rustc: E0277
#include <keel/device/minors.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Plug {
    struct KEEL_NOT_SYNC State {
        int count;
    };
    State state;
    cdev::Minor minor;
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
};
struct Hub {
    cdev::Minors<Plug> plugs; // expect-error: [keel-not-sync]
};
