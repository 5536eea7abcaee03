// SPDX-License-Identifier: GPL-2.0
// A walk under a spinlock prints with the lock held: what prints must not sleep.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    SpinLock<Vec<u32>> queues;
    Mutex<u32> total;
    debugfs::Registration<Nic> debug;

    void show(fs::SeqRows& rows) const
    {
        const auto held = queues.lock();
        rows.each(*held, [this](fs::SeqFile& out, const u32& n) { out.print<"{} of {}\n">(n, *total.lock()); }); // expect-error: may sleep while 'held' puts the CPU in atomic context
    }
};
