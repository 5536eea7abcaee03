// SPDX-License-Identifier: GPL-2.0
// What is under a lock is shown by who takes the lock.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    Mutex<u32> limit;
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.limit = {}, .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.value<&Nic::limit>("limit"); // expect-error: a value is an Atomic number or bool
                })};
    }
};
