// SPDX-License-Identifier: GPL-2.0
// The functions of an object with files run in any number of processes at once.
// rustc: E0277
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct KEEL_NOT_SYNC Counter {
    u32 reads = 0;
};
struct Nic {
    Counter counter;
    debugfs::Registration<Nic> debug; // expect-error: this publishes 'Nic' to every thread, which is not Sync
};
