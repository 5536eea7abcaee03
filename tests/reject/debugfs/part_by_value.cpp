// SPDX-License-Identifier: GPL-2.0
// A file shows a part of the object: a copy is gone when the function returns.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.value<&Nic::count>("count"); // expect-error: a function that returns a reference
                })};
    }
    u32 count() const { return 1; }
};
