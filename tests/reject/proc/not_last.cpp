// SPDX-License-Identifier: GPL-2.0
// The file is read before the member below is built, and after it is gone.
#include <keel/proc/entry.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    proc::Entry<Nic> entry;
    Mutex<Vec<u32>> queues; // expect-error: member 'queues' is built after the object was published
    static Nic init(Init<Nic>& init)
    {
        return {.entry = proc::Entry<Nic>::show<&Nic::show>(init, "nic"), .queues = {}};
    }
    void show(fs::SeqFile& out) const { out.print<"{}\n">(queues.lock()->len()); }
};
