// SPDX-License-Identifier: GPL-2.0
// The last close of a file can come after the object is gone.
#include <keel/debugfs/registration.hpp>
#include <keel/prelude.hpp>
using namespace keel;
struct Nic {
    Mutex<u32> closed;
    debugfs::Registration<Nic> debug;
    static Nic init(Init<Nic>& init)
    {
        return {.closed = {}, .debug = debugfs::Registration<Nic>::start(init, "nic", [](debugfs::Contents<Nic>& files) {
                    files.file<Nic>("state", 0400); // expect-error: poll and release of a file come after the object is gone
                })};
    }
    Result<usize> read(UserWriter&, loff_t&) const { return usize {0}; }
    void release(const fs::File&) const { ++*closed.lock(); }
};
