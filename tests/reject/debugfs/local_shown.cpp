// SPDX-License-Identifier: GPL-2.0
// A file is about a member, which is there as long as the file; not about a variable.
// rustc: E0597
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    const Atomic<u32> count {1};
                    files.value<&count>("count"); // expect-error: no matching member function
                })};
    }
};
