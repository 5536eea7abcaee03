// SPDX-License-Identifier: GPL-2.0
// A reader that remembers the row at which it stopped finds it gone.
// rustc: E0597
#include <keel/fs/seq_rows.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    Mutex<Vec<Box<u32>>> queues;

    void show(fs::SeqRows& rows) const
    {
        const u32* last = nullptr;
        {
            const auto held = queues.lock();
            if (held->len() > 0)
                last = &*(*held)[0]; // expect-error: 'held' does not live long enough
        }
        rows.row([last](fs::SeqFile& out) { out.print<"{}\n">(last != nullptr); });
    }
};
