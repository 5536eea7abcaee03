// SPDX-License-Identifier: GPL-2.0
// Any number of readers call it at once, so it changes nothing but what is locked or atomic.
// rustc: E0596
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    u32 reads;
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.reads = 0, .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.show<&Nic::show>("state"); // expect-error: what shows a file is: void show(fs::SeqFile&) const
                })};
    }
    void show(fs::SeqFile& out) { out.print<"{}\n">(++reads); }
};
