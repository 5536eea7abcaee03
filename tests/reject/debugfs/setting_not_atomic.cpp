// SPDX-License-Identifier: GPL-2.0
// A plain number that a file sets and others read is a race.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    u32 limit;
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.limit = 0, .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.setting<&Nic::limit>("limit"); // expect-error: what a file sets is an Atomic
                })};
    }
};
