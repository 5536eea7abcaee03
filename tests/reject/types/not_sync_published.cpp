// SPDX-License-Identifier: GPL-2.0
// File operations run in any number of processes at once. rustc: E0277
#include <keel/device/misc.hpp>
#include <keel/prelude.hpp>

using namespace keel;

class Disk {
public:
    mutable usize reads = 0; // expect-error: mutable
    misc::Registration<Disk> device; // expect-error: this publishes 'Disk' to every thread, which is not Sync: field 'reads' of 'Disk' is mutable [keel-not-sync]

    Result<usize> read(UserWriter&, loff_t&) const
    {
        reads++;
        return usize {0};
    }
};
