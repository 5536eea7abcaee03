// SPDX-License-Identifier: GPL-2.0
// A file would show an element after the lock is released, and after the element is gone.
// rustc: E0515
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    Mutex<Vec<Box<Atomic<u32>>>> counters;
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.counters = {}, .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.value<&Nic::first>("first");
                })};
    }
    const Atomic<u32>& first() const KEEL_LIFETIME_BOUND
    {
        const auto held = counters.lock();
        return *(*held)[0]; // expect-error: held
    }
};
