// SPDX-License-Identifier: GPL-2.0
// People read the files before the member below is built, and after it is gone.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    debugfs::Registration<Nic> debug;
    Mutex<Vec<u32>> queues; // expect-error: member 'queues' is built after the object was published
    static Nic init(Init<Nic>& init)
    {
        return {.debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.show<&Nic::show>("queues");
                }),
                .queues = {}};
    }
    void show(fs::SeqFile& out) const { out.print<"{}\n">(queues.lock()->len()); }
};
