// SPDX-License-Identifier: GPL-2.0
// What shows a file is called with the file to print to.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.show<&Nic::show>("state"); // expect-error: what shows a file is: void show(fs::SeqFile&) const
                })};
    }
    bool show(fs::SeqFile&) const { return true; }
};
